import { and, asc, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.server";
import { events, notifications, users } from "#db/schema";
import type { EventType } from "../../core/events/types";
import { groupPairs } from "../../core/group-pairs";
import type { User } from "../../core/users/viewer";
import type { Teller } from "./teller";
import type { Told } from "./told";

export interface ToldNews<News extends Told> {
  deliveryId: string | null;
  readAt: Date | null;
  news: News;
  teller: Teller<News>;
}

interface Asked {
  /** The types of events that there are among them; any, where nobody knows. */
  types?: readonly EventType[];
  /** Whose they all are; the readers are rows of `users` where it is missing. */
  reader?: User;
}

/** A condition on rows of `notifications`: one of the tellers says that there is still something to see. */
export function isThere(tellers: readonly Teller[], { types, reader }: Asked = {}): SQL {
  const places = [...new Set(tellers.map(({ place }) => place))];
  const conditions = places.flatMap((place) => {
    const told = tellers.filter((teller) => teller.place === place);
    const cases = told.flatMap((teller) =>
      typesOf(teller)
        .filter((type) => types?.includes(type) ?? true)
        .map((type) => sql`when ${sql.raw(`'${type}'`)} then ${teller.isWhole(type, reader) ?? sql`true`}`),
    );
    return cases.length > 0 ? place(sql`case ${events.type} ${sql.join(cases, sql` `)} else false end`, reader) : [];
  });
  return or(...conditions) ?? sql`false`;
}

/** Events one by one, under the name that tellers know: a plan for many would rather read all events there are. */
export const eventOf = (db: Db, id: AnyPgColumn) =>
  db.select().from(events).where(eq(events.id, id)).limit(1).as("events");

const typesOf = ({ tells }: Teller): EventType[] => Object.keys(tells) as EventType[];

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
  return groupPairs(told.flatMap(({ deliveryId, news }) => (deliveryId ? [[deliveryId, news] as const] : [])));
}
