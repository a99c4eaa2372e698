import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { dropJobs } from "#db/queue.server";
import { posts } from "#db/schema";
import { warmUp } from "~/models/text/markdown.server";
import { planDemo } from "./plan-demo.server";

/**
 * Fills a portal that has no posts with a history, told by the same commands that people use. All of it or,
 * when it is interrupted, nothing. Resolves to whether there was anything to do.
 */
export async function seedDemo(db: Db, now = new Date()): Promise<boolean> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('demo', 0))`);
    if (await hasPosts(tx)) return false;
    warmUp();
    for (const step of planDemo(now)) await step.run(tx);
    // All of it is long ago: nobody is to be told now.
    await dropJobs(tx);
    return true;
  });
}

async function hasPosts(tx: Db): Promise<boolean> {
  const found = await tx.select({ id: posts.id }).from(posts).limit(1);
  return found.length > 0;
}
