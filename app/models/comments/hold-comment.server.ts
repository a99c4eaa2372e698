import { and, eq, isNull } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { comments, posts } from "#db/schema";
import { DomainError } from "../domain-error";
import { holdLivePost } from "../posts/hold-post.server";
import { visiblePosts } from "../posts/visible-posts.server";
import { mayEdit } from "../users/policy";
import type { User } from "../users/viewer";

/** The comment and its post, kept still until the transaction ends, for somebody who may change it. */
export async function holdOwnComment(tx: Db, viewer: User, id: string) {
  const [place] = await tx
    .select({ number: posts.number })
    .from(comments)
    .innerJoin(posts, eq(posts.id, comments.postId))
    .where(and(eq(comments.id, id), isNull(comments.deletedAt), visiblePosts(tx, viewer)));
  if (!place) throw new DomainError("notFound");
  const post = await holdLivePost(tx, viewer, place.number);
  const [comment] = await tx
    .select({ id: comments.id, authorId: comments.authorId, bodyMarkdown: comments.bodyMarkdown })
    .from(comments)
    .where(and(eq(comments.id, id), isNull(comments.deletedAt)))
    .for("update");
  if (!comment) throw new DomainError("notFound");
  if (!mayEdit(viewer, { authorId: comment.authorId, lockedAt: post.lockedAt })) throw new DomainError("forbidden");
  return { post, comment };
}
