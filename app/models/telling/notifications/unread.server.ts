import { and, desc, eq, exists, isNull, lte, type SQL } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { notifications, users } from "#db/schema";
import type { User } from "../../core/users/viewer";
import { eventOf, isThere } from "./find-news.server";
import { manyUnread } from "./many-unread";
import type { Teller } from "./teller";

/** So many of the latest are looked at, however many of them the list leaves out: every page asks. */
const mostLookedAt = 5 * manyUnread;

const unreadBy = (viewer: User) => and(eq(notifications.userId, viewer.id), isNull(notifications.readAt));

/**
 * A condition: something waits to be read, though perhaps nothing that the list still shows. Most pages need not ask for
 * more, and planning {@link countUnread} takes longer than all else that the frame of a page asks.
 */
export const mayHaveUnread = (db: Db, viewer: User): SQL =>
  exists(db.select({ id: notifications.id }).from(notifications).where(unreadBy(viewer)));

/** The notifications that wait to be read, at most {@link manyUnread}, without those that the list leaves out. */
export async function countUnread(db: Db, tellers: readonly Teller[], viewer: User): Promise<number> {
  const latest = db
    .select()
    .from(notifications)
    .where(unreadBy(viewer))
    .orderBy(desc(notifications.id))
    .limit(mostLookedAt)
    // What tellers say is said of rows of this name.
    .as("notifications");
  const shown = db
    .select({ id: latest.id })
    .from(latest)
    .innerJoin(users, eq(users.id, viewer.id))
    .crossJoinLateral(eventOf(db, latest.eventId))
    .where(isThere(tellers))
    .limit(manyUnread);
  return db.$count(shown.as("shown"));
}

/** Marks one of the viewer's notifications as read. */
export async function markRead(db: Db, viewer: User, id: string, at = new Date()): Promise<void> {
  await db
    .update(notifications)
    .set({ readAt: at })
    .where(and(eq(notifications.id, id), unreadBy(viewer)));
}

/** Marks all as read up to `latest`, the newest that the viewer has seen; what came since stays unread. */
export async function markAllRead(db: Db, viewer: User, latest: string, at = new Date()): Promise<void> {
  await db
    .update(notifications)
    .set({ readAt: at })
    .where(and(unreadBy(viewer), lte(notifications.id, latest)));
}
