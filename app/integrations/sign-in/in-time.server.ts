import { setTimeout as pause } from "node:timers/promises";
import { ProviderFault } from "./provider";

/** Milliseconds for all that one step asks of a provider; somebody waits for it. */
const patience = 8000;

/** What `ask` resolves to. Rejects with `away` where that takes too long. */
export async function inTime<Result>(ask: () => Promise<Result>, ms = patience): Promise<Result> {
  const over = new AbortController();
  const late = pause(ms, undefined, { signal: over.signal, ref: false }).then(() => {
    throw new ProviderFault("away", `no response within ${ms} ms`);
  });
  late.catch(() => {});
  try {
    return await Promise.race([ask(), late]);
  } finally {
    over.abort();
  }
}
