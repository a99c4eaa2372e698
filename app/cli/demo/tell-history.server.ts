import type { Db } from "#db/client.server";
import { dropJobs } from "#db/queue.server";
import { warmUp } from "~/models/core/text/markdown.server";
import { watchPromises } from "~/models/support/promises/watch-promises.server";
import { planDemo } from "./plan-demo.server";

/** Tells all of it by the same commands that people use. `tx` is a transaction. */
export async function tellHistory(tx: Db, now: Date): Promise<void> {
  warmUp();
  for (const step of planDemo(now)) {
    await watchPromises(tx, step.at);
    await step.run(tx);
  }
  await watchPromises(tx, now);
  // All of it is long ago: nobody is to be told now.
  await dropJobs(tx);
}
