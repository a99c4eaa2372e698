import { and, asc, desc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { isAnyOf } from "#db/any-of.server";
import type { Db } from "#db/client.server";
import { ticketCategories, ticketMessages, ticketPeople, tickets } from "#db/schema";
import { withoutScans } from "#db/without-scans.server";
import { mayHandleTickets } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { hasNumber } from "./hold-ticket.server";
import { matchesQueue } from "./list-queue.server";
import type { QueueFilter } from "./queue-filter";
import { readTicketNumber } from "./ticket-number";
import { handledTickets, isViewerIn, listedTickets, standingTickets } from "./visible-tickets.server";

/** Tickets are counted up to here, and pages go no further. */
export const mostPaged = 10_000;

interface Asking {
  filter: QueueFilter;
  /** From 1. */
  page: number;
  /** Tickets on a page. */
  limit: number;
}

export type ApiTicket = Awaited<ReturnType<typeof select>>[number];

/** A page of the tickets that somebody may read, the newest first, and how many there are: those of their own, or all of an agent's. */
export function listApiTickets(db: Db, viewer: User, { filter, page, limit }: Asking) {
  return withoutScans(db, async (tx) => {
    const { where: matches, isMet } = await matchesQueue(tx, viewer, filter);
    const where = and(readableBy(tx, viewer), listedTickets(), matches);
    // Of words that are everywhere, no more are counted than say whether there is another page.
    const most = isMet && mayHandleTickets(viewer) ? page * limit + 1 : mostPaged;
    const counted = tx.select({ id: tickets.id }).from(tickets).where(where).limit(most).as("counted");
    const found = await select(tx)
      .where(where)
      .orderBy(desc(tickets.createdAt), desc(tickets.id))
      .limit(limit)
      .offset((page - 1) * limit);
    return { tickets: found, total: await tx.$count(counted) };
  });
}

/** One of them, by its id or its number. */
export async function findApiTicket(db: Db, viewer: User, text: string): Promise<ApiTicket | undefined> {
  const number = readTicketNumber(text);
  const isIt = number ? hasNumber(number) : eq(tickets.id, text);
  const [found] = await select(db).where(and(isIt, readableBy(db, viewer), standingTickets()));
  return found;
}

/** All that an agent handles; of others, those whose people they are among. */
function readableBy(db: Db, viewer: User): SQL | undefined {
  if (mayHandleTickets(viewer)) return handledTickets(viewer);
  const theirs = db
    .select({ id: ticketPeople.ticketId })
    .from(ticketPeople)
    .where(and(isViewerIn(db, viewer), isNull(ticketPeople.removedAt)));
  return inArray(tickets.id, theirs);
}

const select = (db: Db) =>
  db
    .select({
      id: tickets.id,
      year: tickets.year,
      serial: tickets.serial,
      subject: tickets.subject,
      status: tickets.status,
      priority: tickets.priority,
      category: { key: ticketCategories.key, names: ticketCategories.names },
      submittedBy: sql<string | null>`(select user_id from ticket_people
        where ticket_people.ticket_id = ${tickets.id} and ticket_people.role = 'requester')`,
      assigneeId: tickets.assigneeId,
      createdAt: tickets.createdAt,
      spokenAt: tickets.spokenAt,
      resolvedAt: tickets.resolvedAt,
      closedAt: tickets.closedAt,
    })
    .from(tickets)
    .innerJoin(ticketCategories, eq(ticketCategories.id, tickets.categoryId));

const mostMessages = 5000;

export interface ApiMessage {
  id: string;
  ticketId: string;
  isInternal: boolean;
  body: string;
  by: string | null;
  /** Ids of what is attached to it. */
  files: string[];
  createdAt: Date;
}

/** What was said in these tickets, in order; what only the team sees for agents alone. */
export async function listApiMessages(db: Db, viewer: User, ticketIds: string[]): Promise<ApiMessage[]> {
  if (ticketIds.length === 0) return [];
  const kinds = mayHandleTickets(viewer) ? (["message", "note"] as const) : (["message"] as const);
  const { id, ticketId, kind, bodyMarkdown, createdAt } = ticketMessages;
  return db
    .select({
      id,
      ticketId,
      isInternal: sql<boolean>`${kind} = 'note'`,
      body: bodyMarkdown,
      by: sql<string | null>`coalesce(${ticketMessages.agentId},
        (select user_id from ticket_people where ticket_people.id = ${ticketMessages.personId}))`,
      files: sql<
        string[]
      >`(select coalesce(json_agg(attachments.id order by attachments.position, attachments.id), '[]')
        from attachments where attachments.ticket_message_id = ticket_messages.id and attachments.removed_at is null)`,
      createdAt,
    })
    .from(ticketMessages)
    .where(and(isAnyOf(ticketId, ticketIds), inArray(kind, [...kinds])))
    .orderBy(asc(createdAt), asc(id))
    .limit(mostMessages);
}
