import { asc, eq, getTableColumns, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.server";
import { escalationRequests, tickets } from "#db/schema";
import { isPartOf } from "../tickets/find-ticket.server";
import { stateOfEscalation } from "./escalation";

/**
 * What the requester of a ticket asked for, there or in those that were merged into it, and what became of it: what waits for
 * an answer before what has one, and all of which the same became. Its caller knows that the reader may see it.
 */
export async function findEscalation(db: Db, ticketId: string) {
  const all = await listEscalations(db, ticketId);
  const [first] = all.map(stateOfEscalation);
  const asked = all.filter((one) => stateOfEscalation(one) === first);
  return first && { state: first, asked: asked.map(({ number, reason, askedAt }) => ({ number, reason, askedAt })) };
}

/** All that was asked for in a ticket and in those that were merged into it, in the same order. */
export const listEscalations = (db: Db, ticketId: string) =>
  db
    .select({ ...getTableColumns(escalationRequests), number: { year: tickets.year, serial: tickets.serial } })
    .from(escalationRequests)
    .innerJoin(tickets, eq(tickets.id, escalationRequests.ticketId))
    .where(isAskedIn(ticketId))
    .orderBy(sql`${escalationRequests.isAccepted} is not null`, asc(escalationRequests.askedAt));

/** A row of `escalation_requests` is of this ticket, or of one that was merged into it. */
export const isAskedIn = (ticketId: string) => isPartOf(escalationRequests.ticketId, ticketId);

/** Tickets whose requester waits to hear whether it goes a tier higher. */
export function askingForEscalation(db: Db) {
  const asking = alias(tickets, "asking");
  return db
    .select({ id: sql<string>`coalesce(${asking.mergedInto}, ${asking.id})` })
    .from(escalationRequests)
    .innerJoin(asking, eq(asking.id, escalationRequests.ticketId))
    .where(isNull(escalationRequests.isAccepted));
}
