import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.server";
import { boards, posts } from "#db/schema";
import type { Viewer } from "../../core/users/viewer";
import { visibleBoards } from "../boards/visible-boards.server";
import { withOriginals } from "../posts/duplicates.server";
import { visiblePosts } from "../posts/visible-posts.server";

/** The posts that comments were written on. */
export const homes = alias(posts, "homes");

/** Whether `posts` is the post that shows the comments of `homes` to this viewer: itself, or its original. */
export function isShownOn(db: Db, viewer: Viewer): SQL | undefined {
  const home = inArray(homes.boardId, db.select({ id: boards.id }).from(boards).where(visibleBoards(viewer)));
  return and(eq(posts.id, sql`coalesce(${homes.mergedInto}, ${homes.id})`), home, visiblePosts(db, viewer));
}

/** Changes the number of comments of a post, and with it of whatever it was merged into. */
export async function changeCommentCount(tx: Db, postId: string, change: number): Promise<void> {
  await tx
    .update(posts)
    .set({ commentCount: sql`${posts.commentCount} + ${change}` })
    .where(sql`${posts.id} in (${withOriginals(postId)})`);
}
