import { and, asc, desc, eq, getTableColumns, isNull, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { freshdeskTickets, freshdeskWrites, posts, ticketLinks } from "#db/schema";
import { DomainError } from "../domain-error";
import { withDuplicates } from "../posts/duplicates.server";
import { mayHandleTickets } from "../users/policy";
import type { Viewer } from "../users/viewer";

const { number: _, expectedStatus: _expected, text, textAt, ...seen } = getTableColumns(freshdeskTickets);

export type TicketLink = Awaited<ReturnType<typeof findLinksOfPost>>[number];

/** The tickets that wait for a post and for its duplicates, with what was last seen of them; for staff. */
export async function findLinksOfPost(db: Db, viewer: Viewer, postId: string) {
  if (!mayHandleTickets(viewer)) throw new DomainError("forbidden");
  const open = db
    .select({ count: sql<number>`count(*)::int`.mapWith(Number) })
    .from(freshdeskWrites)
    .where(
      and(
        eq(freshdeskWrites.ticket, ticketLinks.ticket),
        sql`${freshdeskWrites.state} in ('queued', 'sending', 'uncertain')`,
      ),
    );
  return db
    .select({
      id: ticketLinks.id,
      ticket: ticketLinks.ticket,
      origin: ticketLinks.origin,
      createdAt: ticketLinks.createdAt,
      /** The post itself, or the duplicate that the ticket is linked to. */
      postId: ticketLinks.postId,
      postNumber: posts.number,
      seen,
      /** How many writes to the ticket have not gone out. */
      waiting: sql<number>`(${open})`.mapWith(Number),
    })
    .from(ticketLinks)
    .innerJoin(posts, eq(posts.id, ticketLinks.postId))
    .leftJoin(freshdeskTickets, eq(freshdeskTickets.number, ticketLinks.ticket))
    .where(and(sql`${ticketLinks.postId} = any(array(${withDuplicates(postId)}))`, isNull(ticketLinks.unlinkedAt)))
    .orderBy(desc(ticketLinks.id));
}

/** Posts that a ticket is linked to. */
export async function findLinksOfTicket(db: Db, viewer: Viewer, ticket: number) {
  if (!mayHandleTickets(viewer)) throw new DomainError("forbidden");
  return db
    .select({
      id: ticketLinks.id,
      origin: ticketLinks.origin,
      createdAt: ticketLinks.createdAt,
      postId: ticketLinks.postId,
      number: posts.number,
      title: posts.title,
      status: posts.status,
    })
    .from(ticketLinks)
    .innerJoin(posts, eq(posts.id, ticketLinks.postId))
    .where(and(eq(ticketLinks.ticket, ticket), isNull(ticketLinks.unlinkedAt)))
    .orderBy(asc(ticketLinks.id));
}

/** What was last seen of a ticket, with what the customer wrote if somebody has asked for it just now. */
export async function findTicket(db: Db, viewer: Viewer, ticket: number) {
  if (!mayHandleTickets(viewer)) throw new DomainError("forbidden");
  const [found] = await db
    .select({ ...seen, number: freshdeskTickets.number, text, textAt })
    .from(freshdeskTickets)
    .where(eq(freshdeskTickets.number, ticket));
  return found;
}
