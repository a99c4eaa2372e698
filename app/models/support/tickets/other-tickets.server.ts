import { and, desc, eq, ne, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { isAnyOf } from "#db/any-of.server";
import type { Db } from "#db/client.server";
import { posts, ticketPeople, tickets, users } from "#db/schema";
import type { PostStatus } from "#db/schema/feedback/posts";
import { mayHandleTickets } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { listedPosts } from "../../feedback/posts/visible-posts.server";
import { handledTickets, standingTickets } from "./visible-tickets.server";

const mostListed = 5;

/** What else the requester of a ticket has asked and posted, the latest first, as far as the viewer may see it. */
export async function listOthersOfRequester(db: Db, viewer: User, ticketId: string) {
  const nothing = { tickets: [], posts: [] as { number: number; title: string; status: PostStatus }[] };
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
  const { year, serial, subject, status } = tickets;
  const [others, theirPosts] = await Promise.all([
    db
      .select({ year, serial, subject, status })
      .from(tickets)
      .where(and(isAnyOf(tickets.id, theirs), ne(tickets.id, ticketId), standingTickets(), handledTickets(viewer)))
      .orderBy(desc(tickets.createdAt))
      .limit(mostListed),
    userId
      ? db
          .select({ number: posts.number, title: posts.title, status: posts.status })
          .from(posts)
          .where(and(eq(posts.authorId, userId), listedPosts(db, viewer)))
          .orderBy(desc(posts.createdAt))
          .limit(mostListed)
      : nothing.posts,
  ]);
  return { tickets: others, posts: theirPosts };
}
