import { and, desc, eq, isNull, lte } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { notifications, users } from "#db/schema";
import type { User } from "../../core/users/viewer";
import { eventOf, isThere } from "./find-news.server";
import { manyUnread } from "./many-unread";
import type { Teller } from "./teller";

/** So many of the latest are looked at, however many of them the list leaves out: every page asks. */
const mostLookedAt = 5 * manyUnread;

/**
 * The notifications that wait to be read, at most {@link manyUnread}; those that the list leaves out are not among them.
 * A query for others to count with.
 */
export function unreadOf(db: Db, tellers: readonly Teller[], viewer: User) {
  const latest = db
    .select()
    .from(notifications)
    .where(and(eq(notifications.userId, viewer.id), isNull(notifications.readAt)))
    .orderBy(desc(notifications.id))
    .limit(mostLookedAt)
    // What tellers say is said of rows of this name.
    .as("notifications");
  return db
    .select({ id: latest.id })
    .from(latest)
    .innerJoin(users, eq(users.id, viewer.id))
    .crossJoinLateral(eventOf(db, latest.eventId))
    .where(isThere(tellers))
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
