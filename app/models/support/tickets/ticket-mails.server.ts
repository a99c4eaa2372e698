import { and, eq, inArray, isNull, ne, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.server";
import { deliveries, ticketCategories, ticketMessages, ticketPeople, tickets, users } from "#db/schema";
import { mayAskForRating } from "./asks-for-rating.server";
import { isByProduct, isByTeam } from "./find-ticket.server";
import { standingTickets } from "./visible-tickets.server";

export type TicketMail = Awaited<ReturnType<typeof findTicketMails>>[number];

/** What mails about tickets tell, as far as their ticket still stands and their reader still reads it. */
export async function findTicketMails(db: Db, ids: string[]) {
  const agents = alias(users, "agents");
  const speakers = alias(ticketPeople, "speakers");
  const members = alias(users, "members");
  const { id, kind, ticketPersonId, ticketMessageId } = deliveries;
  const { year, serial, subject, status } = tickets;
  const found = await db
    .select({
      deliveryId: id,
      kind,
      ticket: { id: tickets.id, year, serial, subject, status },
      category: { key: ticketCategories.key, names: ticketCategories.names },
      person: {
        id: ticketPeople.id,
        userId: ticketPeople.userId,
        keyVersion: ticketPeople.keyVersion,
        language: ticketPeople.language,
        role: ticketPeople.role,
      },
      message: { id: ticketMessages.id, html: ticketMessages.bodyHtml, kind: ticketMessages.kind },
      /** The ticket was resolved with these words, and its requester may be asked what they think of the help. */
      isAsking: sql<boolean>`(exists (select 1 from events as moved where moved.ticket_id = ${tickets.id}
        and moved.type = 'ticket.moved' and moved.data ->> 'to' = 'resolved'
        and moved.data ->> 'messageId' = ${ticketMessages.id}::text) and ${mayAskForRating(0)})`,
      isByTeam: isByTeam(),
      isByProduct: isByProduct(),
      by: {
        agent: agents.name,
        sender: ticketMessages.senderName,
        member: members.name,
        guest: speakers.name,
        address: speakers.email,
      },
    })
    .from(deliveries)
    .innerJoin(ticketMessages, eq(ticketMessages.id, ticketMessageId))
    .innerJoin(tickets, eq(tickets.id, ticketMessages.ticketId))
    .innerJoin(ticketCategories, eq(ticketCategories.id, tickets.categoryId))
    .leftJoin(ticketPeople, eq(ticketPeople.id, ticketPersonId))
    .leftJoin(agents, eq(agents.id, ticketMessages.agentId))
    .leftJoin(speakers, eq(speakers.id, ticketMessages.personId))
    .leftJoin(members, eq(members.id, speakers.userId))
    // What only the team sees goes into no mail, whatever somebody may have queued, but for what it has sent outside itself.
    .where(
      and(
        inArray(id, ids),
        standingTickets(),
        or(
          and(ne(kind, "ticket-forward"), eq(ticketMessages.kind, "message")),
          and(eq(kind, "ticket-forward"), eq(ticketMessages.forwardedTo, deliveries.to)),
        ),
        isNull(ticketPeople.removedAt),
      ),
    );
  return found.map(({ by, ...mail }) => ({
    ...mail,
    by: by.agent ?? by.member ?? (by.guest || by.address || by.sender || null),
  }));
}
