import { and, desc, eq, isNull, lte, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { comments, events, follows, notifications, posts } from "#db/schema";
import { notMuted } from "../posts/not-muted.server";
import { visiblePosts } from "../posts/visible-posts.server";
import type { User } from "../users/viewer";
import { manyUnread } from "./many-unread";

/** So many of the latest are looked at, however many of them the list leaves out: every page asks. */
const mostLookedAt = 5 * manyUnread;

/**
 * The notifications that wait to be read, at most {@link manyUnread}; those that the list leaves out are not among them.
 * A query for others to count with.
 */
export function unreadOf(db: Db, viewer: User) {
  const latest = db
    .select({ id: notifications.id, postId: notifications.postId, eventId: notifications.eventId })
    .from(notifications)
    .where(and(eq(notifications.userId, viewer.id), isNull(notifications.readAt)))
    .orderBy(desc(notifications.id))
    .limit(mostLookedAt)
    .as("latest");
  return db
    .select({ id: latest.id })
    .from(latest)
    .innerJoin(posts, eq(posts.id, latest.postId))
    .leftJoin(follows, and(eq(follows.postId, posts.id), eq(follows.userId, viewer.id)))
    .where(
      and(
        visiblePosts(db, viewer),
        isNull(posts.deletedAt),
        notMuted,
        sql`not exists (select 1 from ${events} join ${comments} on ${comments.id} = ${events.commentId}
          where ${events.id} = ${latest.eventId} and ${comments.deletedAt} is not null)`,
      ),
    )
    .limit(manyUnread);
}

/** Marks one of the viewer's notifications as read. */
export async function markRead(db: Db, viewer: User, id: string, at = new Date()): Promise<void> {
  await db
    .update(notifications)
    .set({ readAt: at })
    .where(and(eq(notifications.id, id), eq(notifications.userId, viewer.id), isNull(notifications.readAt)));
}

/** Marks all as read up to `latest`, the newest that the viewer has seen; what came since stays unread. */
export async function markAllRead(db: Db, viewer: User, latest: string, at = new Date()): Promise<void> {
  await db
    .update(notifications)
    .set({ readAt: at })
    .where(and(eq(notifications.userId, viewer.id), isNull(notifications.readAt), lte(notifications.id, latest)));
}
