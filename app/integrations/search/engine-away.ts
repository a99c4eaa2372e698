import { MeilisearchApiError, MeilisearchRequestError } from "meilisearch";
import { EngineAway } from "./search-engine";

/** Statuses that speak of the service, the index or the key; 400 speaks of our own question. */
const isFaultOfService = (status: number): boolean => status >= 500 || [401, 403, 404, 408, 429].includes(status);

/** Tells the service's faults, which somebody else can answer for, from ours. */
export async function asAway<Result>(ask: () => Promise<Result>): Promise<Result> {
  try {
    return await ask();
  } catch (error) {
    throw whyAway(error) ?? error;
  }
}

function whyAway(error: unknown): EngineAway | undefined {
  const cause = { cause: error };
  if (error instanceof MeilisearchRequestError) return new EngineAway("no answer", cause);
  // A page of a proxy's instead of JSON.
  if (error instanceof SyntaxError) return new EngineAway("no JSON", cause);
  if (!(error instanceof MeilisearchApiError) || !isFaultOfService(error.response.status)) return;
  return new EngineAway(error.cause?.code ?? String(error.response.status), cause);
}

export const isMissing = (error: unknown): boolean =>
  error instanceof MeilisearchApiError && error.cause?.code === "index_not_found";
