import type { Request } from "./requests";

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** Those that a server sets by itself for every connection and answer. */
const ofConnection = new Set(["connection", "keep-alive", "date", "transfer-encoding", "content-length"]);

/** Sends one request, and takes the answer as it is. */
export async function answerOf(origin: string, { path, ...request }: Request): Promise<Answer> {
  const response = await fetch(origin + path, { ...request, redirect: "manual", signal: AbortSignal.timeout(20_000) });
  const headers = [...response.headers].filter(([name]) => !ofConnection.has(name));
  return { status: response.status, headers: Object.fromEntries(headers), body: await response.text() };
}
