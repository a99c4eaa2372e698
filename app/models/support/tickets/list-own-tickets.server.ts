import { and, desc, eq, inArray, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { ticketMessages, ticketPeople, tickets } from "#db/schema";
import type { User } from "../../core/users/viewer";
import { statusesUnderWay } from "./lifecycle";
import { isViewerIn, listedTickets } from "./visible-tickets.server";

const pageLength = 20;

interface Asking {
  /** Words of the subject. */
  q?: string;
  /** Those that are over, too. */
  all: boolean;
  /** Where the page before ended. */
  before?: Date;
}

/** The tickets that somebody has opened or was added to, the one in which something was said last first. */
export async function listOwnTickets(db: Db, viewer: User, { q, all, before }: Asking) {
  const theirs = db
    .select({ id: ticketPeople.ticketId })
    .from(ticketPeople)
    .where(and(isViewerIn(db, viewer), isNull(ticketPeople.removedAt)));
  const seenAt = sql`(select max(${ticketPeople.seenAt}) from ${ticketPeople}
    where ${ticketPeople.ticketId} = ${tickets.id} and ${isViewerIn(db, viewer)})`;
  const found = await db
    .select({
      id: tickets.id,
      year: tickets.year,
      serial: tickets.serial,
      subject: tickets.subject,
      status: tickets.status,
      spokenAt: tickets.spokenAt,
      isByTeam: sql<boolean>`${lastWord} is not null`,
      isUnread: sql<boolean>`${lastWord} is not null and ${tickets.spokenAt} > coalesce(${seenAt}, '-infinity')`,
    })
    .from(tickets)
    .where(
      and(
        inArray(tickets.id, theirs),
        listedTickets(),
        all ? undefined : or(inArray(tickets.status, [...statusesUnderWay]), eq(tickets.status, "resolved")),
        q ? hasWords(q) : undefined,
        before ? lt(tickets.spokenAt, before) : undefined,
      ),
    )
    .orderBy(desc(tickets.spokenAt), desc(tickets.id))
    .limit(pageLength + 1);
  const page = found.slice(0, pageLength);
  return { tickets: page, next: found.length > page.length ? page.at(-1)?.spokenAt : undefined };
}

/** Who of the team said the last word; null where it was one of the ticket's people. */
const lastWord: SQL = sql`(select ${ticketMessages.agentId} from ${ticketMessages}
  where ${ticketMessages.ticketId} = ${tickets.id} and ${ticketMessages.kind} = 'message'
  order by ${ticketMessages.createdAt} desc, ${ticketMessages.id} desc limit 1)`;

const hasWords = (text: string): SQL =>
  sql`to_tsvector('simple', ${tickets.subject}) @@ websearch_to_tsquery('simple', ${text})`;

/** One of a ticket's people has read it up to now. */
export async function noteTicketSeen(db: Db, personId: string, at = new Date()): Promise<void> {
  await db.update(ticketPeople).set({ seenAt: at }).where(eq(ticketPeople.id, personId));
}
