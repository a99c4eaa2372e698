import { Piscina } from "piscina";
import type { Comparison } from "#db/schema/core/events";

export type Changes = Record<string, { before: string; after: string }>;

/** Milliseconds, with those who came before; the work itself is bounded in compare.worker.js. */
const patience = 5000;
const mostWaiting = 40;

let workers: Piscina | undefined;

/**
 * How each field of a change came about, in pieces; in a thread of its own, since nobody else's request should wait
 * for it. Undefined where that is busy: the job `compare-revisions` makes up for it.
 */
export async function compareTexts(fields: Changes): Promise<Comparison | undefined> {
  workers ??= new Piscina({
    filename: new URL("./compare.worker.js", import.meta.url).href,
    minThreads: 0,
    maxThreads: 1,
    maxQueue: mostWaiting,
    idleTimeout: 60_000,
    atomics: "disabled",
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  });
  // Loading is slow on a busy machine, and not the fault of the texts.
  if (workers.threads.length === 0) await workers.run({ fields: {} });
  return workers.run({ fields }, { signal: AbortSignal.timeout(patience) }).catch(() => undefined);
}
