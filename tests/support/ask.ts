import { request } from "node:http";
import { expect } from "vitest";
import { origin } from "./app";

export interface Answered {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  /** As it travelled. */
  body: Buffer;
  /** Whether it came from the pages that are kept (`hit`), was kept (`fwd=miss`), or neither. */
  cache: string | undefined;
}

type Question = { method?: string; headers?: Record<string, string>; of?: string };

/** Asks a server as no browser does: nothing is added, nothing unpacked. */
export function ask(path: string, { method = "GET", headers = {}, of = origin() }: Question = {}): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const asking = request(new URL(path, of), { method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () => {
        const { statusCode: status = 0, headers } = response;
        const cache = headers["cache-status"]?.toString().replace("pages; ", "");
        resolve({ status, headers, body: Buffer.concat(chunks), cache });
      });
    });
    asking.on("error", reject).end();
  });
}

/** Until the server knows that it would hear of changes, and so keeps pages. */
export async function untilKept(of = origin()): Promise<void> {
  await expect.poll(async () => (await ask("/", { of })).cache, { timeout: 10_000 }).toBeDefined();
}
