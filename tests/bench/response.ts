import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import type { Request } from "./requests";

export interface Received {
  status: number;
  headers: Record<string, string>;
  body: string;
  /** As it travelled, perhaps compressed, in base64. */
  sent: string;
}

/** Those that a server sets by itself for every connection and response. */
const ofConnection = new Set(["connection", "keep-alive", "date", "transfer-encoding", "content-length"]);

const unpack = { br: brotliDecompressSync, gzip: gunzipSync };

/** Sends one request, and takes the response as it is. */
export async function responseOf(origin: string, { path, method, headers, body }: Request): Promise<Received> {
  const asking = request(origin + path, { method, headers, timeout: 20_000 });
  asking.end(body);
  const [response] = (await once(asking, "response")) as [IncomingMessage];
  const sent = Buffer.concat(await response.toArray());
  const coding = response.headers["content-encoding"] as keyof typeof unpack | undefined;
  const kept = Object.entries(response.headers).filter(([name]) => !ofConnection.has(name));
  return {
    status: response.statusCode ?? 0,
    headers: Object.fromEntries(kept.map(([name, value]) => [name, String(value)])),
    body: (coding ? unpack[coding](sent) : sent).toString(),
    sent: sent.toString("base64"),
  };
}
