import { and, desc, eq, isNull, lte, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { events, notifications } from "#db/schema";
import type { EventType } from "../../core/events/types";
import type { User } from "../../core/users/viewer";
import { eventOf, isThere } from "./find-news.server";
import { manyUnread } from "./many-unread";
import type { Teller } from "./teller";

/** So many of the latest are looked at, however many of them the list leaves out: every page asks. */
const mostLookedAt = 5 * manyUnread;

const unreadBy = (viewer: User) => and(eq(notifications.userId, viewer.id), isNull(notifications.readAt));

const latestOf = (db: Db, viewer: User) =>
  db.select().from(notifications).where(unreadBy(viewer)).orderBy(desc(notifications.id)).limit(mostLookedAt);

/**
 * A JSON array of the types of events that wait to be read, though perhaps the list shows none of them any more. It tells how
 * little {@link countUnread} has to ask for: on most pages nothing, and planning the whole question takes longer than
 * all else that the frame of a page asks.
 */
export function unreadTypes(db: Db, viewer: User): SQL {
  const latest = latestOf(db, viewer).as("latest");
  const types = db.selectDistinct({ type: events.type }).from(latest).innerJoin(events, eq(events.id, latest.eventId));
  return sql`to_json(array(${types}))`;
}

/** The notifications of these types that wait to be read, at most {@link manyUnread}, without those that the list leaves out. */
export async function countUnread(
  db: Db,
  tellers: readonly Teller[],
  { viewer, types }: { viewer: User; types: readonly EventType[] },
): Promise<number> {
  if (types.length === 0) return 0;
  // What tellers say is said of rows of this name.
  const latest = latestOf(db, viewer).as("notifications");
  const shown = db
    .select({ id: latest.id })
    .from(latest)
    .crossJoinLateral(eventOf(db, latest.eventId))
    .where(isThere(tellers, { types, reader: viewer }))
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
