import { and, eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { boards, posts } from "#db/schema";
import type { User } from "../../core/users/viewer";
import { listedPosts } from "./visible-posts.server";

export type Original = NonNullable<Awaited<ReturnType<typeof findStanding>>>;

export type MergeProblem = "originalNotFound" | "mergeCircle" | "mergeAcrossBoards";

/**
 * The original that merging `duplicate` into the post of number `into` leads to, which is that post or, where
 * that one is a duplicate itself, its own original; or why it cannot be.
 */
export async function findOriginal(
  db: Db,
  viewer: User,
  { duplicate, into }: { duplicate: { id: string; boardId: number }; into: number },
): Promise<{ original: Original; problem?: undefined } | { original?: undefined; problem: MergeProblem }> {
  const original = await findStanding(db, viewer, into);
  if (!original) return { problem: "originalNotFound" };
  if (original.id === duplicate.id) return { problem: "mergeCircle" };
  const [board] = await db
    .select({ id: boards.id, visibility: boards.visibility, isShared: boards.isShared })
    .from(boards)
    .where(eq(boards.id, duplicate.boardId));
  const isAlike = board?.visibility === original.visibility && !board.isShared && !original.isShared;
  return board?.id === original.boardId || isAlike ? { original } : { problem: "mergeAcrossBoards" };
}

async function findStanding(db: Db, viewer: User, number: number) {
  const standing = sql`(select coalesce(merged_into, id) from posts as asked where asked.number = ${number})`;
  const [post] = await db
    .select({
      id: posts.id,
      number: posts.number,
      title: posts.title,
      kind: posts.kind,
      status: posts.status,
      voteCount: posts.voteCount,
      followerCount: posts.followerCount,
      commentCount: posts.commentCount,
      boardId: posts.boardId,
      visibility: boards.visibility,
      isShared: boards.isShared,
    })
    .from(posts)
    .innerJoin(boards, eq(boards.id, posts.boardId))
    .where(and(eq(posts.id, standing), listedPosts(db, viewer)));
  return post;
}
