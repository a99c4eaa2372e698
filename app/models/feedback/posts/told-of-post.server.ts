import { asc, eq, inArray, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.server";
import { events, follows, notifications, posts, users } from "#db/schema";
import type { Place } from "../../telling/notifications/teller";
import type { ToldOfPost } from "./news";
import { notMuted } from "./not-muted.server";
import { postsVisibleToUsers } from "./visible-posts.server";

/** The users who did what notifications tell of, joined for {@link toldColumns}. */
export const actors = alias(users, "actors");

/**
 * For tellers of posts and of what stands on their pages: the post is there for the reader of a notification, who has
 * not muted it, and `isWhole`, what else the news is made of.
 */
export const isPostThere: Place = (isWhole, reader) => sql`exists (
  select from ${posts} left join ${follows} on ${follows.postId} = ${posts.id} and ${follows.userId} = ${notifications.userId}
  where ${posts.id} = ${notifications.postId} and ${postsVisibleToUsers(posts, reader)} and ${notMuted} and ${isWhole})`;

const { id, number, kind, status, title } = posts;

/** Columns of what all news about posts have in common; of `notifications` with their `events`, `posts` and `actors`. */
export const toldColumns = {
  notificationId: notifications.id,
  eventId: events.id,
  type: events.type,
  reason: notifications.reason,
  since: notifications.since,
  at: events.createdAt,
  actorName: actors.name,
  post: { id, number, kind, status, title },
};

/** Post, person and reason of some notifications: all that news without a content of its own tells. */
export function findToldOfPosts(db: Db, notificationIds: string[]): Promise<(ToldOfPost & { type: string })[]> {
  return db
    .select(toldColumns)
    .from(notifications)
    .innerJoin(events, eq(events.id, notifications.eventId))
    .innerJoin(posts, eq(posts.id, notifications.postId))
    .leftJoin(actors, eq(actors.id, events.actorId))
    .where(inArray(notifications.id, notificationIds))
    .orderBy(asc(notifications.id));
}
