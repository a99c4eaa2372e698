import { and, desc, eq, isNull, lt, ne, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { unionAll } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.server";
import { ticketMessages, ticketPeople, tickets, users } from "#db/schema";
import type { User } from "../../core/users/viewer";
import { isByTeam } from "./find-ticket.server";
import { isViewerIn, listedTickets } from "./visible-tickets.server";

const pageLength = 20;

interface Asking {
  /** Words of the subject. */
  q?: string;
  /** Those that are closed, too. */
  all: boolean;
  /** The id of the last ticket of the page before. */
  before?: string;
}

/**
 * The tickets that somebody has opened or was added to, the newest first: ids ascend with time, so that a page of them is read
 * and no more, by their account and by the address that is theirs.
 */
export async function listOwnTickets(db: Db, viewer: User, { q, all, before }: Asking) {
  const address = sql`(${db.select({ email: users.email }).from(users).where(eq(users.id, viewer.id))})`;
  const latestOf = (isTheirs: SQL) =>
    db
      .select({
        id: tickets.id,
        year: tickets.year,
        serial: tickets.serial,
        subject: tickets.subject,
        status: tickets.status,
        spokenAt: tickets.spokenAt,
      })
      .from(ticketPeople)
      .innerJoin(tickets, eq(tickets.id, ticketPeople.ticketId))
      .where(
        and(
          isTheirs,
          isNull(ticketPeople.removedAt),
          listedTickets(),
          all ? undefined : ne(tickets.status, "closed"),
          q ? hasWords(q) : undefined,
          before ? lt(ticketPeople.ticketId, before) : undefined,
        ),
      )
      .orderBy(desc(ticketPeople.ticketId))
      .limit(pageLength + 1);
  const page = unionAll(latestOf(eq(ticketPeople.userId, viewer.id)), latestOf(eq(ticketPeople.email, address))).as(
    "page",
  );
  const { id, year, serial, subject, status, spokenAt } = page;
  const lastWord = lastWordIn(id);
  const seenAt = sql`(select max(${ticketPeople.seenAt}) from ${ticketPeople}
    where ${ticketPeople.ticketId} = ${id} and ${isViewerIn(db, viewer)})`;
  const rows = await db
    .select({
      ...{ id, year, serial, subject, status, spokenAt },
      isByTeam: sql<boolean>`coalesce(${lastWord}, false)`,
      isUnread: sql<boolean>`coalesce(${lastWord}, false) and ${spokenAt} > coalesce(${seenAt}, '-infinity')`,
    })
    .from(page)
    .orderBy(desc(id));
  // Somebody may be there twice: by their account, and by the address that it had before.
  const found = rows.filter((row, i) => row.id !== rows[i - 1]?.id);
  const shown = found.slice(0, pageLength);
  return { tickets: shown, next: found.length > shown.length ? shown.at(-1)?.id : undefined };
}

/** Whether the team said the last word. */
const lastWordIn = (ticketId: SQLWrapper): SQL => sql`(select ${isByTeam()} from ${ticketMessages}
  where ${ticketMessages.ticketId} = ${ticketId} and ${ticketMessages.kind} = 'message'
  order by ${ticketMessages.createdAt} desc, ${ticketMessages.id} desc limit 1)`;

const hasWords = (text: string): SQL =>
  sql`to_tsvector('simple', ${tickets.subject}) @@ plainto_tsquery('simple', ${text})`;

/** One of a ticket's people has read it up to now. */
export async function noteTicketSeen(db: Db, personId: string, at = new Date()): Promise<void> {
  await db.update(ticketPeople).set({ seenAt: at }).where(eq(ticketPeople.id, personId));
}
