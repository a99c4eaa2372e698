import { and, eq, isNotNull, isNull, ne, or, type SQL } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.server";
import { ticketMessages, tickets } from "#db/schema";
import { isSaidIn } from "./find-ticket.server";
import type { TicketNumber } from "./ticket-number";
import { standingTickets } from "./visible-tickets.server";

/** That a message was split off into another ticket, or came from one. */
export interface Split extends TicketNumber {
  messageId: string;
  way: "into" | "from";
}

/**
 * What was split off from a ticket or into it, as far as the other one still stands; `isSeen` says which those are that the
 * reader may know of.
 */
export async function listSplits(db: Db, ticketId: string, isSeen?: SQL): Promise<Split[]> {
  const others = alias(ticketMessages, "others");
  const { year, serial, mergedInto } = tickets;
  const isElsewhere = and(ne(tickets.id, ticketId), or(isNull(mergedInto), ne(mergedInto, ticketId)));
  const columns = { messageId: ticketMessages.id, year, serial };
  const isShown = and(isSaidIn(ticketId), standingTickets(), isElsewhere, isSeen);
  const [into, from] = await Promise.all([
    db
      .select(columns)
      .from(ticketMessages)
      .innerJoin(others, eq(others.splitFrom, ticketMessages.id))
      .innerJoin(tickets, eq(tickets.id, others.ticketId))
      .where(isShown),
    db
      .select(columns)
      .from(ticketMessages)
      .innerJoin(others, eq(others.id, ticketMessages.splitFrom))
      .innerJoin(tickets, eq(tickets.id, others.ticketId))
      .where(and(isNotNull(ticketMessages.splitFrom), isShown)),
  ]);
  return [
    ...into.map((split) => ({ ...split, way: "into" as const })),
    ...from.map((split) => ({ ...split, way: "from" as const })),
  ];
}
