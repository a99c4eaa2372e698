import { and, desc, eq, lt } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { notifications } from "#db/schema";
import type { User } from "../../core/users/viewer";
import { findNews } from "./find-news.server";
import type { Teller } from "./teller";

const pageLength = 30;

/** What the viewer has been told, the latest first; `after` is the last one of the page before. */
export async function listNotifications(db: Db, tellers: readonly Teller[], viewer: User, after?: string) {
  const found = await findNews(
    db,
    tellers,
    and(eq(notifications.userId, viewer.id), after ? lt(notifications.id, after) : undefined),
    { order: desc(notifications.id), limit: pageLength + 1 },
  );
  const page = found
    .slice(0, pageLength)
    .map(({ news, teller, readAt }) => ({ news, teller, isUnread: readAt === null }));
  const next = found.length > page.length ? page.at(-1)?.news.notificationId : undefined;
  return { notifications: page, next };
}

/** One of the viewer's notifications, if there is still something to see. */
export async function findNotification(db: Db, tellers: readonly Teller[], viewer: User, id: string) {
  const [found] = await findNews(db, tellers, and(eq(notifications.userId, viewer.id), eq(notifications.id, id)));
  return found;
}
