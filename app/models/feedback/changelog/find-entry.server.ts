import { and, eq, isNotNull } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { entries, users } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { mayPublish } from "../../core/users/policy";
import type { User, Viewer } from "../../core/users/viewer";
import { listLinkedPosts } from "./link-posts.server";
import { findThanks } from "./thanks.server";

/** What the page of an entry shows; what is not published is there for those who may publish it. */
export async function findEntry(db: Db, viewer: Viewer, number: number) {
  const { id, title, bodyHtml, excerpt, labelIds, publishedAt, scheduledFor, editedAt, thankedCount } = entries;
  const [entry] = await db
    .select({
      ...{ id, number: entries.number, title, bodyHtml, excerpt, labelIds, publishedAt, scheduledFor, editedAt },
      thankedCount,
      authorName: users.name,
      authorRole: users.role,
    })
    .from(entries)
    .innerJoin(users, eq(users.id, entries.authorId))
    .where(and(eq(entries.number, number), mayPublish(viewer) ? undefined : isNotNull(publishedAt)));
  if (!entry) return;
  const [posts, thanks] = await Promise.all([listLinkedPosts(db, viewer, [entry.id]), findThanks(db, entry)]);
  return { ...entry, posts, thanks };
}

/** An entry as it was typed, for those who may change it. */
export async function findEntryText(db: Db, viewer: User, number: number) {
  if (!mayPublish(viewer)) throw new DomainError("forbidden");
  const [entry] = await db.select().from(entries).where(eq(entries.number, number));
  return entry && { ...entry, posts: await listLinkedPosts(db, viewer, [entry.id]) };
}
