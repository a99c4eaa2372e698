import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { deliveries, entries, entryLabels, entryPosts, posts, subscribers, users } from "#db/schema";
import { listedPosts } from "../posts/visible-posts.server";

/** Who gets the changelog. */
export interface Subscriber {
  subscriberId: string;
  language: string;
  timeZone: string;
}

/** An entry as a mail tells of it. */
export interface EntryNews {
  number: number;
  title: string;
  bodyHtml: string;
  publishedAt: Date;
  labels: { slug: string; name: string | null }[];
  /** Those that everybody may see. */
  posts: { number: number; title: string }[];
}

/** Who a mail goes to, and the entry, if it is about one. */
export interface SubscriberMail {
  subscriber: Subscriber;
  entry?: EntryNews;
}

/** By the id of the mail. Those that are not to be sent after all, as things stand now, are missing. */
export async function findSubscriberMails(db: Db, deliveryIds: string[]): Promise<Map<string, SubscriberMail>> {
  if (deliveryIds.length === 0) return new Map();
  const found = await db
    .select({
      id: deliveries.id,
      kind: deliveries.kind,
      entryId: deliveries.entryId,
      isConfirmed: isNotNull(subscribers.confirmedAt).mapWith(Boolean),
      subscriberId: subscribers.id,
      language: sql<string>`coalesce(${users.language}, ${subscribers.language})`,
      timeZone: sql<string>`coalesce(${users.timeZone}, 'UTC')`,
    })
    .from(deliveries)
    .innerJoin(subscribers, eq(subscribers.id, deliveries.subscriberId))
    .leftJoin(users, eq(users.id, subscribers.userId))
    .where(
      and(
        inArray(deliveries.id, deliveryIds),
        eq(deliveries.to, sql`coalesce(${users.email}, ${subscribers.email})`),
        sql`${users.blockedAt} is null`,
      ),
    );
  const news = await findEntryNews(
    db,
    found.flatMap(({ entryId }) => entryId ?? []),
  );
  return new Map(
    found.flatMap(({ id, kind, entryId, isConfirmed, ...subscriber }) => {
      if (kind === "subscription") return isConfirmed ? [] : [[id, { subscriber }] as const];
      const entry = news.get(entryId ?? "");
      return entry && isConfirmed ? [[id, { subscriber, entry }] as const] : [];
    }),
  );
}

async function findEntryNews(db: Db, entryIds: string[]): Promise<Map<string, EntryNews>> {
  if (entryIds.length === 0) return new Map();
  const ids = [...new Set(entryIds)];
  const { id, number, title, bodyHtml, publishedAt, labelIds } = entries;
  const [found, labels, linked] = await Promise.all([
    db
      .select({ id, number, title, bodyHtml, publishedAt, labelIds })
      .from(entries)
      .where(and(inArray(id, ids), isNotNull(publishedAt))),
    db.select({ id: entryLabels.id, slug: entryLabels.slug, name: entryLabels.name }).from(entryLabels),
    db
      .select({ entryId: entryPosts.entryId, number: posts.number, title: posts.title })
      .from(entryPosts)
      .innerJoin(posts, eq(posts.id, entryPosts.postId))
      .where(and(inArray(entryPosts.entryId, ids), listedPosts(db, null)))
      .orderBy(entryPosts.position),
  ]);
  return new Map(
    found.map(({ id, labelIds, publishedAt, ...entry }) => [
      id,
      {
        ...entry,
        publishedAt: publishedAt ?? new Date(0),
        labels: labels.filter((label) => labelIds.includes(label.id)),
        posts: linked.filter(({ entryId }) => entryId === id),
      },
    ]),
  );
}
