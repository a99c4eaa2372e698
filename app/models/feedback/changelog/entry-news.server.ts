import { and, eq, inArray, isNotNull } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { entries, entryLabels, entryPosts, posts } from "#db/schema";
import { listedPosts } from "../posts/visible-posts.server";

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

/** By the id of the entry; those that are not published any more are missing. */
export async function findEntryNews(db: Db, entryIds: string[]): Promise<Map<string, EntryNews>> {
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
