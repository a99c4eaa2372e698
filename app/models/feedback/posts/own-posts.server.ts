import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { follows, posts, votes } from "#db/schema";
import { readMoment } from "../../core/text/values";
import type { User } from "../../core/users/viewer";
import { listedPosts, visiblePosts } from "./visible-posts.server";

const pageLength = 30;

export type OwnPost = Awaited<ReturnType<typeof listAuthoredPosts>>["posts"][number];

const columns = {
  number: posts.number,
  kind: posts.kind,
  status: posts.status,
  title: posts.title,
  voteCount: posts.voteCount,
  commentCount: posts.commentCount,
  isMerged: sql<boolean>`${posts.mergedInto} is not null`,
};

/** What the viewer posted, the latest first. */
export async function listAuthoredPosts(db: Db, viewer: User, after?: string) {
  const rows = await db
    .select({ ...columns, at: posts.createdAt, follow: sql<string | null>`null` })
    .from(posts)
    .where(and(eq(posts.authorId, viewer.id), visiblePosts(db, viewer), isBefore(posts.createdAt, after)))
    .orderBy(desc(posts.createdAt), desc(posts.number))
    .limit(pageLength + 1);
  return toPage(rows);
}

/** What the viewer voted for, the latest vote first. */
export async function listVotedPosts(db: Db, viewer: User, after?: string) {
  const rows = await db
    .select({ ...columns, at: votes.createdAt, follow: sql<string | null>`null` })
    .from(votes)
    .innerJoin(posts, eq(posts.id, votes.postId))
    .where(and(eq(votes.userId, viewer.id), listedPosts(db, viewer), isBefore(votes.createdAt, after)))
    .orderBy(desc(votes.createdAt), desc(posts.number))
    .limit(pageLength + 1);
  return toPage(rows);
}

/** What the viewer follows or has muted, the latest first. */
export async function listFollowedPosts(db: Db, viewer: User, after?: string) {
  const rows = await db
    .select({ ...columns, at: follows.createdAt, follow: sql<string | null>`${follows.level}` })
    .from(follows)
    .innerJoin(posts, eq(posts.id, follows.postId))
    .where(and(eq(follows.userId, viewer.id), listedPosts(db, viewer), isBefore(follows.createdAt, after)))
    .orderBy(desc(follows.createdAt), desc(posts.number))
    .limit(pageLength + 1);
  return toPage(rows);
}

type DateColumn = typeof posts.createdAt | typeof votes.createdAt | typeof follows.createdAt;

function isBefore(column: DateColumn, after: string | undefined): SQL | undefined {
  const parts = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)_(\d{1,9})$/.exec(after ?? "");
  const at = readMoment(parts?.[1] ?? "");
  if (!parts || !at) return;
  return sql`(${column}, ${posts.number}) < (${at.toISOString()}::timestamptz, ${Number(parts[2])})`;
}

function toPage<Row extends { number: number; at: Date }>(rows: Row[]): { posts: Row[]; next?: string } {
  const page = rows.slice(0, pageLength);
  const last = page.at(-1);
  const next = rows.length > page.length && last ? `${last.at.toISOString()}_${last.number}` : undefined;
  return { posts: page, next };
}
