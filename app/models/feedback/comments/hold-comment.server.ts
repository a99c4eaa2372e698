import { and, eq, isNull, or } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { comments, posts } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { mayEdit } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { holdLivePost } from "../posts/hold-post.server";
import { homes, isShownOn } from "./shown-comments.server";

/** The comment and the post that shows it, kept still until the transaction ends, for somebody who may change it. */
export async function holdOwnComment(tx: Db, viewer: User, id: string) {
  const [place] = await tx
    .select({ number: posts.number })
    .from(comments)
    .innerJoin(homes, eq(homes.id, comments.postId))
    .innerJoin(posts, isShownOn(tx, viewer))
    .where(and(eq(comments.id, id), isNull(comments.deletedAt)));
  if (!place) throw new DomainError("notFound");
  const post = await holdLivePost(tx, viewer, place.number);
  const [comment] = await tx
    .select({
      id: comments.id,
      postId: comments.postId,
      authorId: comments.authorId,
      bodyMarkdown: comments.bodyMarkdown,
    })
    .from(comments)
    .innerJoin(homes, eq(homes.id, comments.postId))
    .where(
      and(eq(comments.id, id), isNull(comments.deletedAt), or(eq(homes.id, post.id), eq(homes.mergedInto, post.id))),
    )
    .for("update", { of: comments });
  if (!comment) throw new DomainError("notFound");
  if (!mayEdit(viewer, { authorId: comment.authorId, lockedAt: post.lockedAt })) throw new DomainError("forbidden");
  return { post, comment };
}
