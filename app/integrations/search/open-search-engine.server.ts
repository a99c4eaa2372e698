import type { Env } from "~/env.server";
import { openMeilisearch } from "./meilisearch.server";
import type { SearchEngine } from "./search-engine";

/** The search engine, where one is configured beside the database. */
export function openSearchEngine(env: Pick<Env, "MEILISEARCH_HOST" | "MEILISEARCH_API_KEY">): SearchEngine | undefined {
  const { MEILISEARCH_HOST: host, MEILISEARCH_API_KEY: apiKey } = env;
  return host ? openMeilisearch({ host, apiKey }) : undefined;
}
