import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { comments } from "#db/schema";
import { recordEvent } from "../../core/events/record.server";
import type { User } from "../../core/users/viewer";
import { holdOwnComment } from "./hold-comment.server";
import { changeCommentCount } from "./shown-comments.server";

/**
 * Takes a comment away; replies to it stay, under a note that it is gone. Throws `notFound`, `forbidden` or
 * `postMerged`.
 */
export async function deleteComment(
  db: Db,
  { viewer, id, at = new Date() }: { viewer: User; id: string; at?: Date },
): Promise<{ number: number }> {
  return db.transaction(async (tx) => {
    const { post, comment } = await holdOwnComment(tx, viewer, id);
    await tx.update(comments).set({ deletedAt: at }).where(eq(comments.id, id));
    await changeCommentCount(tx, comment.postId, -1);
    await recordEvent(tx, {
      type: "comment.deleted",
      actorId: viewer.id,
      postId: post.id,
      commentId: id,
      data: {},
      at,
    });
    return post;
  });
}
