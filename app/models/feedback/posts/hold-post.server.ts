import { and, asc, eq, inArray } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { posts } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import type { Viewer } from "../../core/users/viewer";
import { visiblePosts } from "./visible-posts.server";

const columns = {
  id: posts.id,
  number: posts.number,
  kind: posts.kind,
  status: posts.status,
  boardId: posts.boardId,
  authorId: posts.authorId,
  title: posts.title,
  bodyMarkdown: posts.bodyMarkdown,
  tagIds: posts.tagIds,
  voteCount: posts.voteCount,
  commentCount: posts.commentCount,
  followerCount: posts.followerCount,
  movedAt: posts.movedAt,
  editedAt: posts.editedAt,
  pinnedAt: posts.pinnedAt,
  lockedAt: posts.lockedAt,
  deletedAt: posts.deletedAt,
  mergedInto: posts.mergedInto,
};

export type HeldPost = Awaited<ReturnType<typeof holdPost>>;

/**
 * The post as it stands now, kept still until the transaction ends. Every command on a post begins here,
 * so two on the same post take turns. Whoever holds an original may go on to hold its duplicates, never the
 * other way round.
 */
export async function holdPost(tx: Db, viewer: Viewer, number: number) {
  const [post] = await tx
    .select(columns)
    .from(posts)
    .where(and(eq(posts.number, number), visiblePosts(tx, viewer)))
    .for("update");
  if (!post) throw new DomainError("notFound");
  return post;
}

/** Several at once, as far as the viewer knows of them; always in the same order, so that nobody waits for ever. */
export async function holdPosts(tx: Db, viewer: Viewer, numbers: number[]): Promise<HeldPost[]> {
  if (numbers.length === 0) return [];
  return tx
    .select(columns)
    .from(posts)
    .where(and(inArray(posts.number, numbers), visiblePosts(tx, viewer)))
    .orderBy(asc(posts.number))
    .for("update");
}

/** The same, for what a merged post no longer takes. */
export async function holdUnmergedPost(tx: Db, viewer: Viewer, number: number) {
  const post = await holdPost(tx, viewer, number);
  if (post.mergedInto) throw new DomainError("postMerged");
  return post;
}

/** The same, for what a merged or deleted post no longer takes. */
export async function holdLivePost(tx: Db, viewer: Viewer, number: number) {
  const post = await holdUnmergedPost(tx, viewer, number);
  if (post.deletedAt) throw new DomainError("notFound");
  return post;
}
