import type { Comparison } from "#db/schema/core/events";
import { Thread } from "../thread.server";

export type Changes = Record<string, { before: string; after: string }>;

/** Milliseconds, with those who came before; the work itself is bounded in compare.worker.js. */
const patience = 5000;

const thread = new Thread<{ fields: Changes }, Comparison>(
  new URL("./compare.worker.js", import.meta.url),
  { fields: {} },
  { idle: 60_000, megabytes: 256, waiting: 40 },
);

/**
 * How each field of a change came about, in pieces; in a thread of its own, since nobody else's request should wait
 * for it. Undefined where that is busy: the job `compare-revisions` makes up for it.
 */
export const compareTexts = (fields: Changes): Promise<Comparison | undefined> =>
  thread.run({ fields }, patience).catch(() => undefined);
