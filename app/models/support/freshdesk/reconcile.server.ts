import { and, inArray, isNull, lt, or, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { enqueue } from "#db/queue.server";
import { freshdeskHandovers, freshdeskLinks, freshdeskTickets } from "#db/schema";
import { askForFreshdeskTickets } from "./ask-for-tickets.server";
import { findNextRead } from "./claim-reads.server";
import { findNextDue } from "./claim-writes.server";

interface KnownTicket {
  isLinked: boolean;
  /** It is a ticket of ours. */
  isOurs: boolean;
  updatedAt: Date | null;
  seenAt: Date | null;
}

/** Which of these tickets somebody has linked, which are ours, and what we know each was last updated at. */
export async function findKnown(db: Db, numbers: number[]): Promise<Map<number, KnownTicket>> {
  if (numbers.length === 0) return new Map();
  const { number, updatedAt, seenAt } = freshdeskTickets;
  const [linked, ours, known] = await Promise.all([
    db
      .selectDistinct({ ticket: freshdeskLinks.ticket })
      .from(freshdeskLinks)
      .where(and(inArray(freshdeskLinks.ticket, numbers), isNull(freshdeskLinks.unlinkedAt))),
    db
      .select({ number: freshdeskHandovers.number })
      .from(freshdeskHandovers)
      .where(inArray(freshdeskHandovers.number, numbers)),
    db.select({ number, updatedAt, seenAt }).from(freshdeskTickets).where(inArray(number, numbers)),
  ]);
  const isLinked = new Set(linked.map(({ ticket }) => ticket));
  const isOurs = new Set(ours.map(({ number }) => number));
  const times = new Map(known.map(({ number, ...times }) => [number, times]));
  return new Map(
    numbers.map((number) => [
      number,
      {
        isLinked: isLinked.has(number),
        isOurs: isOurs.has(number),
        ...(times.get(number) ?? { updatedAt: null, seenAt: null }),
      },
    ]),
  );
}

const day = 24 * 60 * 60_000;
const atATime = 50;

/** Lists say nothing of tickets that were archived or forgotten: each linked one is asked for once a day. */
export async function askForUnchecked(db: Db, at: Date): Promise<void> {
  const before = new Date(at.getTime() - day);
  const { number, checkedAt } = freshdeskTickets;
  const linked = sql`exists (select 1 from ${freshdeskLinks} where ${freshdeskLinks.ticket} = ${number} and ${freshdeskLinks.unlinkedAt} is null)`;
  const due = await db
    .select({ number })
    .from(freshdeskTickets)
    .where(and(or(isNull(checkedAt), lt(checkedAt, before)), linked))
    .orderBy(sql`${checkedAt} nulls first`)
    .limit(atATime);
  await askForFreshdeskTickets(db, { numbers: due.map(({ number }) => number), at });
}

/** Rings again for what is due, in case a bell was lost. */
export async function ringForDue(db: Db, at: Date): Promise<void> {
  const [write, read] = await Promise.all([findNextDue(db), findNextRead(db)]);
  await enqueue(db, [
    ...(write && write <= at ? [{ name: "send-to-freshdesk" as const, data: {} }] : []),
    ...(read && read <= at ? [{ name: "read-tickets" as const, data: {} }] : []),
  ]);
}
