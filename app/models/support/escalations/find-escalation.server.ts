import { asc, eq, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.server";
import { escalationRequests, tickets } from "#db/schema";
import { isPartOf } from "../tickets/find-ticket.server";
import { stateOfEscalation } from "./escalation";

/**
 * What the requester of a ticket asked for, there or in one that was merged into it, and what became of it: what waits for an
 * answer before what has one. Its caller knows that the reader may see it.
 */
export async function findEscalation(db: Db, ticketId: string) {
  const [asked] = await listEscalations(db, ticketId);
  return asked && { reason: asked.reason, askedAt: asked.askedAt, state: stateOfEscalation(asked) };
}

/** All that was asked for in a ticket and in those that were merged into it, in the same order. */
export const listEscalations = (db: Db, ticketId: string) =>
  db
    .select()
    .from(escalationRequests)
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
