import type { Request } from "./requests";

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** Those that a server sets by itself for every connection and answer. */
const ofConnection = new Set(["connection", "keep-alive", "date", "transfer-encoding", "content-length"]);

/** Sends one request, and takes the answer as the load generator gets it, which knows no compression. */
export async function answerOf(origin: string, { path, headers, ...request }: Request): Promise<Answer> {
  const plain = { ...headers, "Accept-Encoding": "identity" };
  const response = await fetch(origin + path, {
    ...request,
    headers: plain,
    redirect: "manual",
    signal: AbortSignal.timeout(20_000),
  });
  const kept = [...response.headers].filter(([name]) => !ofConnection.has(name));
  return { status: response.status, headers: Object.fromEntries(kept), body: await response.text() };
}
