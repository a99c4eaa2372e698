import { and, asc, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.server";
import { events, notifications, users } from "#db/schema";
import type { EventType } from "../../core/events/types";
import type { Teller } from "./teller";
import type { Told } from "./told";

export interface ToldNews<News extends Told> {
  deliveryId: string | null;
  readAt: Date | null;
  news: News;
  teller: Teller<News>;
}

/** Rows of `notifications` of which one of the tellers says that there is still something to see. */
export function isThere(tellers: readonly Teller[]): SQL {
  const places = [...new Set(tellers.map(({ place }) => place))];
  const conditions = places.map((place) => {
    const cases = tellers
      .filter((teller) => teller.place === place)
      .map((teller) => sql`when ${inArray(events.type, typesOf(teller))} then ${teller.isWhole}`);
    return place(sql`case ${sql.join(cases, sql` `)} else false end`);
  });
  return or(...conditions) ?? sql`false`;
}

/** Events one by one, under the name that tellers know: a plan for many would rather read all events there are. */
export const eventOf = (db: Db, id: AnyPgColumn) =>
  db.select().from(events).where(eq(events.id, id)).limit(1).as("events");

const typesOf = ({ tells }: Teller): string[] => Object.keys(tells);

/**
 * What the notifications that `where` picks tell, the earliest first; without what its reader may no longer see,
 * has muted since, or is no longer there.
 */
export async function findNews<News extends Told>(
  db: Db,
  tellers: readonly Teller<News>[],
  where: SQL | undefined,
  { order = asc(notifications.id), limit }: { order?: SQL; limit?: number } = {},
): Promise<ToldNews<News>[]> {
  const { id, deliveryId, readAt } = notifications;
  const query = db
    .select({ id, deliveryId, readAt, type: sql<EventType>`${events.type}` })
    .from(notifications)
    .innerJoin(users, eq(users.id, notifications.userId))
    .crossJoinLateral(eventOf(db, notifications.eventId))
    .where(and(where, isThere(tellers)))
    .orderBy(order);
  const found = await (limit === undefined ? query : query.limit(limit));
  const told = new Map<string, Pick<ToldNews<News>, "news" | "teller">>();
  const telling = tellers.map(async (teller) => {
    const ids = found.filter(({ type }) => type in teller.tells).map(({ id }) => id);
    if (ids.length === 0) return;
    for (const news of await teller.news(db, ids)) told.set(news.notificationId, { news, teller });
  });
  await Promise.all(telling);
  return found.flatMap(({ id, deliveryId, readAt }) => {
    const one = told.get(id);
    return one ? [{ deliveryId, readAt, ...one }] : [];
  });
}

/** The news that each of some mails tells, by the mail's id. */
export async function findNewsOfDeliveries<News extends Told>(
  db: Db,
  tellers: readonly Teller<News>[],
  deliveryIds: string[],
): Promise<Map<string, News[]>> {
  const told = await findNews(db, tellers, inArray(notifications.deliveryId, deliveryIds));
  const byDelivery = new Map<string, News[]>();
  for (const { deliveryId, news } of told) {
    if (deliveryId) byDelivery.set(deliveryId, [...(byDelivery.get(deliveryId) ?? []), news]);
  }
  return byDelivery;
}
