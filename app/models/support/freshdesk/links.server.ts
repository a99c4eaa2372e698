import { and, asc, desc, eq, getTableColumns, isNull, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { freshdeskLinks, freshdeskTickets, freshdeskWrites, posts } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { mayHandleTickets } from "../../core/users/policy";
import type { Viewer } from "../../core/users/viewer";
import { withDuplicates } from "../../feedback/posts/duplicates.server";

const { number: _, expectedStatus: _expected, text, textAt, ...seen } = getTableColumns(freshdeskTickets);

/** The tickets that wait for a post and for its duplicates, with what was last seen of them; for staff. */
export async function findLinksOfPost(db: Db, viewer: Viewer, postId: string) {
  if (!mayHandleTickets(viewer)) throw new DomainError("forbidden");
  const open = db
    .select({ count: sql<number>`count(*)::int`.mapWith(Number) })
    .from(freshdeskWrites)
    .where(
      and(
        eq(freshdeskWrites.ticket, freshdeskLinks.ticket),
        sql`${freshdeskWrites.state} in ('queued', 'sending', 'uncertain')`,
      ),
    );
  return db
    .select({
      id: freshdeskLinks.id,
      ticket: freshdeskLinks.ticket,
      origin: freshdeskLinks.origin,
      createdAt: freshdeskLinks.createdAt,
      /** The post itself, or the duplicate that the ticket is linked to. */
      postId: freshdeskLinks.postId,
      postNumber: posts.number,
      seen,
      /** How many writes to the ticket have not gone out. */
      waiting: sql<number>`(${open})`.mapWith(Number),
    })
    .from(freshdeskLinks)
    .innerJoin(posts, eq(posts.id, freshdeskLinks.postId))
    .leftJoin(freshdeskTickets, eq(freshdeskTickets.number, freshdeskLinks.ticket))
    .where(
      and(sql`${freshdeskLinks.postId} = any(array(${withDuplicates(postId)}))`, isNull(freshdeskLinks.unlinkedAt)),
    )
    .orderBy(desc(freshdeskLinks.id));
}

/** Posts that a ticket is linked to. */
export async function findLinksOfFreshdeskTicket(db: Db, viewer: Viewer, ticket: number) {
  if (!mayHandleTickets(viewer)) throw new DomainError("forbidden");
  return db
    .select({
      id: freshdeskLinks.id,
      origin: freshdeskLinks.origin,
      createdAt: freshdeskLinks.createdAt,
      postId: freshdeskLinks.postId,
      number: posts.number,
      title: posts.title,
      status: posts.status,
    })
    .from(freshdeskLinks)
    .innerJoin(posts, eq(posts.id, freshdeskLinks.postId))
    .where(and(eq(freshdeskLinks.ticket, ticket), isNull(freshdeskLinks.unlinkedAt)))
    .orderBy(asc(freshdeskLinks.id));
}

/** What was last seen of a ticket, with what the customer wrote if somebody has asked for it just now. */
export async function findFreshdeskTicket(db: Db, viewer: Viewer, ticket: number) {
  if (!mayHandleTickets(viewer)) throw new DomainError("forbidden");
  const [found] = await db
    .select({ ...seen, number: freshdeskTickets.number, text, textAt })
    .from(freshdeskTickets)
    .where(eq(freshdeskTickets.number, ticket));
  return found;
}
