import { and, asc, eq, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { type Db, rows } from "#db/client.server";
import { posts } from "#db/schema";
import { takeTurns } from "../../core/take-turns.server";
import type { Viewer } from "../../core/users/viewer";
import { visiblePosts } from "./visible-posts.server";

// `posts.merged_into` leads from every duplicate straight to the post that stands for it today. The `merges`
// that stand remember step by step what was merged into what, so that each step can be undone.

/** Merging and unmerging take turns over the whole portal, so that who is merged into whom stands still. */
export async function takeTurnsAtMerging(tx: Db): Promise<void> {
  await takeTurns(tx, "merge");
}

/** The id of the post that stands for another one today: its own, or its original's. */
export const standingFor = (postId: SQLWrapper | string): SQL<string> =>
  sql`(select coalesce(standing.merged_into, standing.id) from posts as standing where standing.id = ${postId})`;

/** Ids of a post and of everything that was merged into it step by step. */
export const withDuplicates = (postId: SQL | string): SQL => sql`with recursive below as (
    select ${postId}::uuid as id
    union all
    select merges.duplicate_id from merges join below on merges.original_id = below.id where undone_at is null
  ) select id from below`;

/** Ids of a post and of what it was merged into, step by step. */
export const withOriginals = (postId: string): SQL => sql`with recursive above as (
    select ${postId}::uuid as id, 0 as step
    union all
    select merges.original_id, step + 1 from merges join above on merges.duplicate_id = above.id
      where undone_at is null
  ) select id from above order by step`;

/** The nearest first, beginning with the post itself. */
export async function listOriginalsOf(tx: Db, postId: string): Promise<string[]> {
  return (await rows<{ id: string }>(tx, withOriginals(postId))).map(({ id }) => id);
}

export interface Duplicate {
  id: string;
  number: number;
  title: string;
}

/** The posts that this one stands for. */
export async function listDuplicates(db: Db, viewer: Viewer, originalId: string): Promise<Duplicate[]> {
  return db
    .select({ id: posts.id, number: posts.number, title: posts.title })
    .from(posts)
    .where(and(eq(posts.mergedInto, originalId), visiblePosts(db, viewer)))
    .orderBy(asc(posts.number));
}

/** The post that stands for the one of this number: itself, or its original. */
export async function findStandingPost(db: Db, viewer: Viewer, number: number): Promise<Duplicate | undefined> {
  const standing = sql`(select coalesce(merged_into, id) from posts as asked where asked.number = ${number})`;
  const [post] = await db
    .select({ id: posts.id, number: posts.number, title: posts.title })
    .from(posts)
    .where(and(eq(posts.id, standing), visiblePosts(db, viewer)));
  return post;
}
