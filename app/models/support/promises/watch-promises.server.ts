import { asc, lt } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { ticketTargets } from "#db/schema";
import { settleHeld } from "./settle-targets.server";

/** Tickets at a time, in one transaction. */
const stride = 200;

/**
 * Tells what has come to be at risk or breached, with the time at which it did; reads only what has come due. Resolves to the
 * number of tickets.
 */
export async function watchPromises(db: Db, at: Date): Promise<number> {
  let seen = 0;
  for (;;) {
    const due = await db
      .select({ id: ticketTargets.ticketId })
      .from(ticketTargets)
      .where(lt(ticketTargets.nextAt, at))
      .orderBy(asc(ticketTargets.nextAt))
      .limit(stride);
    if (due.length === 0) return seen;
    const ids = [...new Set(due.map(({ id }) => id))];
    await db.transaction((tx) => settleHeld(tx, ids, at));
    seen += ids.length;
    if (due.length < stride) return seen;
  }
}
