import { and, desc, eq, inArray, ne, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { isAnyOf } from "#db/any-of.server";
import type { Db } from "#db/client.server";
import { posts, ticketPeople, tickets, users } from "#db/schema";
import type { PostStatus } from "#db/schema/feedback/posts";
import type { TicketStatus } from "#db/schema/support/tickets";
import { mayHandleTickets } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { listedPosts } from "../../feedback/posts/visible-posts.server";
import { handledTickets, listedTickets, standingTickets } from "./visible-tickets.server";

const mostListed = 5;
/** Of a company, those whose posts are looked for. */
const mostPeople = 200;

export interface Others {
  tickets: { id: string; year: number; serial: number; subject: string; status: TicketStatus }[];
  posts: { number: number; title: string; status: PostStatus }[];
}

const { id, year, serial, subject, status } = tickets;
const ticketColumns = { id, year, serial, subject, status };
const postColumns = { number: posts.number, title: posts.title, status: posts.status };

/** The latest of other people of a requester's company, as far as the viewer may see them; `theirs` are not among them. */
export async function listOthersOfCompany(
  db: Db,
  viewer: User,
  { ticketId, domain, theirs }: { ticketId: string; domain: string | null; theirs: Others },
): Promise<Others> {
  if (!mayHandleTickets(viewer) || !domain) return { tickets: [], posts: [] };
  const known = [...theirs.tickets.map(({ id }) => id), ticketId];
  const people = db
    .select({ id: users.id })
    .from(users)
    .where(eq(sql`split_part(${users.email}, '@', 2)`, domain))
    .limit(mostPeople);
  const [found, foundPosts] = await Promise.all([
    db
      .select(ticketColumns)
      .from(tickets)
      .where(and(eq(tickets.domain, domain), listedTickets(), handledTickets(viewer)))
      .orderBy(desc(tickets.createdAt), desc(tickets.id))
      .limit(mostListed + known.length),
    db
      .select(postColumns)
      .from(posts)
      .where(and(inArray(posts.authorId, people), listedPosts(db, viewer)))
      .orderBy(desc(posts.createdAt))
      .limit(mostListed + theirs.posts.length),
  ]);
  return {
    tickets: found.filter(({ id }) => !known.includes(id)).slice(0, mostListed),
    posts: foundPosts.filter(({ number }) => !theirs.posts.some((post) => post.number === number)).slice(0, mostListed),
  };
}

/** What else the requester of a ticket has asked and posted, the latest first, as far as the viewer may see it. */
export async function listOthersOfRequester(db: Db, viewer: User, ticketId: string): Promise<Others> {
  const nothing: Others = { tickets: [], posts: [] };
  if (!mayHandleTickets(viewer)) return nothing;
  const mine = alias(ticketPeople, "mine");
  const account = alias(users, "account");
  const [requester] = await db
    .select({ userId: mine.userId, email: sql<string | null>`coalesce(${account.email}, ${mine.email})` })
    .from(mine)
    .leftJoin(account, eq(account.id, mine.userId))
    .where(and(eq(mine.ticketId, ticketId), eq(mine.role, "requester")));
  if (!requester) return nothing;
  const { userId, email } = requester;
  // Ids ascend with time: their latest tickets are few, however many they have.
  const latestOf = (isTheirs: SQL) =>
    db
      .select({ id: ticketPeople.ticketId })
      .from(ticketPeople)
      .where(and(isTheirs, eq(ticketPeople.role, "requester")))
      .orderBy(desc(ticketPeople.ticketId))
      .limit(10 * mostListed);
  const ids = await Promise.all([
    userId ? latestOf(eq(ticketPeople.userId, userId)) : [],
    email ? latestOf(eq(ticketPeople.email, email)) : [],
  ]);
  const theirs = ids.flat().map(({ id }) => id);
  const [others, theirPosts] = await Promise.all([
    db
      .select(ticketColumns)
      .from(tickets)
      .where(and(isAnyOf(tickets.id, theirs), ne(tickets.id, ticketId), standingTickets(), handledTickets(viewer)))
      .orderBy(desc(tickets.createdAt))
      .limit(mostListed),
    userId
      ? db
          .select(postColumns)
          .from(posts)
          .where(and(eq(posts.authorId, userId), listedPosts(db, viewer)))
          .orderBy(desc(posts.createdAt))
          .limit(mostListed)
      : nothing.posts,
  ]);
  return { tickets: others, posts: theirPosts };
}
