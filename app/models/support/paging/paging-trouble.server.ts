import { and, count, eq, lt, min } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { pages } from "#db/schema";

/** Trouble with pages that staff are warned of on every page. */
export interface PagingTrouble {
  /** Pages that nobody got, of tickets that nobody looks after yet. */
  failed: number;
  /** Since when the oldest one waits, if that is too long. */
  waitingSince: Date | null;
}

const patience = 5 * 60_000;

export async function findPagingTrouble(db: Db, at = new Date()): Promise<PagingTrouble | undefined> {
  const { state, action, askedAt } = pages;
  const waits = and(eq(state, "waiting"), lt(askedAt, new Date(at.getTime() - patience)));
  const failed = and(eq(state, "failed"), eq(action, "trigger"));
  const [[lost], [oldest]] = await Promise.all([
    db.select({ count: count() }).from(pages).where(failed),
    db
      .select({ since: min(askedAt) })
      .from(pages)
      .where(waits),
  ]);
  const found = { failed: lost?.count ?? 0, waitingSince: oldest?.since ?? null };
  return found.failed > 0 || found.waitingSince ? found : undefined;
}
