import { and, eq, inArray, isNotNull, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { deliveries, entries, entryLabels, entryPosts, posts, roadmaps, subscribers, users } from "#db/schema";
import { listedPosts } from "../posts/visible-posts.server";
import { type EditionNews, editionTeller } from "../roadmaps/edition-news.server";

/** Who gets the changelog or a roadmap. */
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

/** Which roadmap it is, where it is one. */
type RoadmapOf = { slug: string; name: string } | null;

/** A mail to a subscriber that is to be written. */
export type SubscriberMail = { id: string; subscriber: Subscriber } & (
  | { kind: "entry"; entry: EntryNews }
  | { kind: "roadmap"; news: EditionNews }
  | { kind: "subscription"; roadmap: RoadmapOf }
);

/** By the id of the mail. Those that are not to be sent after all, as things stand now, are missing. */
export async function findSubscriberMails(db: Db, deliveryIds: string[]): Promise<Map<string, SubscriberMail>> {
  if (deliveryIds.length === 0) return new Map();
  const found = await db
    .select({
      id: deliveries.id,
      kind: deliveries.kind,
      entryId: deliveries.entryId,
      editionId: deliveries.editionId,
      confirmedAt: subscribers.confirmedAt,
      user: { id: users.id, name: users.name, role: users.role, language: users.language },
      roadmap: { slug: roadmaps.slug, name: roadmaps.name },
      subscriberId: subscribers.id,
      language: sql<string>`coalesce(${users.language}, ${subscribers.language})`,
      timeZone: sql<string>`coalesce(${users.timeZone}, 'UTC')`,
    })
    .from(deliveries)
    .innerJoin(subscribers, eq(subscribers.id, deliveries.subscriberId))
    .leftJoin(users, eq(users.id, subscribers.userId))
    .leftJoin(roadmaps, eq(roadmaps.id, subscribers.roadmapId))
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
  const tell = editionTeller(db);
  const mails = new Map<string, SubscriberMail>();
  for (const { id, kind, entryId, editionId, confirmedAt, user, roadmap, ...subscriber } of found) {
    if (kind === "subscription") {
      if (!confirmedAt) mails.set(id, { id, kind, subscriber, roadmap });
      continue;
    }
    if (!confirmedAt) continue;
    const entry = news.get(entryId ?? "");
    if (kind === "entry" && entry) mails.set(id, { id, kind, subscriber, entry });
    const edition = editionId && (await tell(editionId, { viewer: user, subscribedAt: confirmedAt }));
    if (kind === "roadmap" && edition) mails.set(id, { id, kind, subscriber, news: edition });
  }
  return mails;
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
