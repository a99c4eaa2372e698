import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { enqueue } from "#db/queue.server";
import { promiseRenewal, tickets } from "#db/schema";
import { statusesUnderWay } from "../tickets/lifecycle";
import { listedTickets } from "../tickets/visible-tickets.server";
import { holdBackTargets, holdRules } from "./rules.server";
import { settleHeld } from "./settle-targets.server";

/** Tickets at a time, in one transaction. */
const stride = 500;

const areUnderWay = () => and(listedTickets(), inArray(tickets.status, [...statusesUnderWay]));

/**
 * What is promised is others from now on, in the transaction that says so: tickets under way get their targets anew, in the
 * background, from the oldest.
 */
export async function askForRenewal(tx: Db, at: Date): Promise<void> {
  await holdBackTargets(tx);
  const total = await tx.$count(tickets, areUnderWay());
  const anew = { askedAt: at, reached: null, done: 0, total, endedAt: total === 0 ? at : null };
  await tx.insert(promiseRenewal).values(anew).onConflictDoUpdate({ target: promiseRenewal.id, set: anew });
  if (total > 0) await enqueue(tx, [{ name: "renew-promises", data: {} }]);
}

/** Goes on where it was left, until all tickets under way have what is promised now; nothing where they have. */
export async function renewPromises(db: Db, now: () => Date): Promise<void> {
  while (await renewSome(db, now())) {
    // The next ones, in a transaction of their own: whoever is at a ticket meanwhile waits for a few only.
  }
}

/** Whether there is more to do. */
async function renewSome(db: Db, at: Date): Promise<boolean> {
  return db.transaction(async (tx) => {
    await holdRules(tx);
    const [renewal] = await tx.select().from(promiseRenewal).where(isNull(promiseRenewal.endedAt)).for("update");
    if (!renewal) return false;
    const [moment, id] = renewal.reached?.split(" id ") ?? [];
    const isAfter = moment
      ? sql`(${tickets.createdAt}, ${tickets.id}) > (${moment}::timestamptz, ${id}::uuid)`
      : undefined;
    const found = await tx
      .select({ id: tickets.id, moment: sql<string>`${tickets.createdAt}::text` })
      .from(tickets)
      .where(and(areUnderWay(), isAfter))
      .orderBy(asc(tickets.createdAt), asc(tickets.id))
      .limit(stride);
    const ids = found.map(({ id }) => id);
    await settleHeld(tx, ids, at);
    const last = found.at(-1);
    const isOver = found.length < stride;
    await tx
      .update(promiseRenewal)
      .set({
        done: renewal.done + ids.length,
        ...(last && { reached: `${last.moment} id ${last.id}` }),
        ...(isOver && { endedAt: at }),
      })
      .where(eq(promiseRenewal.id, renewal.id));
    return !isOver;
  });
}

/** How far a change of what is promised has come; undefined where nobody changed anything. */
export async function findRenewal(db: Db) {
  const [renewal] = await db.select().from(promiseRenewal);
  return renewal;
}
