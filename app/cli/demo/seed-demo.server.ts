import type { Db } from "#db/client.server";
import { posts } from "#db/schema";
import { rebuildEverything } from "~/jobs/rebuild-search.server";
import { isUntouched } from "~/models/admin/exports/fill-tables.server";
import { takeTurns } from "~/models/core/take-turns.server";
import { refreshFigures } from "~/models/insights/figures/refresh-figures.server";
import { tellSearches } from "./help/tell-searches.server";
import { fillFromRecord } from "./recorded.server";
import { tellHistory } from "./tell-history.server";

/**
 * Fills a portal that has no posts with a history, and counts what staff see of it. All of the history or, when it is
 * interrupted, nothing. Resolves to whether there was anything to do.
 */
export async function seedDemo(db: Db, now = new Date()): Promise<boolean> {
  const isSeeded = await db.transaction(async (tx) => {
    await takeTurns(tx, "demo");
    if (await hasPosts(tx)) return false;
    // Somebody who looked around before keeps their account, which the history that is kept knows nothing of.
    if (await isUntouched(tx)) await fillFromRecord(tx, now);
    else await tellHistory(tx, now);
    await tellSearches(tx, now);
    return true;
  });
  if (!isSeeded) return false;
  await rebuildEverything({ db });
  await refreshFigures(db, { at: now });
  return true;
}

async function hasPosts(tx: Db): Promise<boolean> {
  const found = await tx.select({ id: posts.id }).from(posts).limit(1);
  return found.length > 0;
}
