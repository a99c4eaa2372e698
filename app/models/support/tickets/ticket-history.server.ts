import { asc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.server";
import { events, users } from "#db/schema";
import type { EventType } from "../../core/events/types";

const mostListed = 300;

/** All that happened to a ticket, in order. Its caller knows that the reader handles it. */
export async function listTicketHistory(db: Db, ticketId: string) {
  const actors = alias(users, "actors");
  const people = alias(users, "people");
  // Other events have a `to` that is no id.
  const to = sql`case when ${events.type} = 'ticket.assigned' then (${events.data} ->> 'to')::uuid end`;
  const found = await db
    .select({
      id: events.id,
      type: events.type,
      data: events.data,
      at: events.createdAt,
      isByProduct: sql<boolean>`${events.actorId} is null`,
      actorName: actors.name,
      /** Whom it was assigned to. */
      personName: people.name,
    })
    .from(events)
    .leftJoin(actors, eq(actors.id, events.actorId))
    .leftJoin(people, eq(people.id, to))
    .where(eq(events.ticketId, ticketId))
    .orderBy(asc(events.id))
    .limit(mostListed);
  return found.map((item) => ({ ...item, type: item.type as EventType }));
}
