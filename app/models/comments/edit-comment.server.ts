import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { comments, revisions } from "#db/schema";
import { recordEvent } from "../events/record.server";
import { renderMarkdown } from "../text/markdown.server";
import type { User } from "../users/viewer";
import { holdOwnComment } from "./hold-comment.server";

interface EditComment {
  viewer: User;
  id: string;
  body: string;
  at?: Date;
}

/** Changes what a comment says; what it said before stays readable in the post's history. */
export async function editComment(
  db: Db,
  { viewer, id, body, at = new Date() }: EditComment,
): Promise<{ number: number }> {
  const { html, version } = await renderMarkdown(body, viewer.id);
  return db.transaction(async (tx) => {
    const { post, comment } = await holdOwnComment(tx, viewer, id);
    if (comment.bodyMarkdown === body) return post;
    await tx
      .update(comments)
      .set({ bodyMarkdown: body, bodyHtml: html, htmlVersion: version, editedAt: at })
      .where(eq(comments.id, id));
    await tx.insert(revisions).values({
      postId: comment.postId,
      commentId: id,
      editorId: viewer.id,
      before: { body: comment.bodyMarkdown },
      createdAt: at,
    });
    await recordEvent(tx, {
      type: "comment.edited",
      actorId: viewer.id,
      postId: post.id,
      commentId: id,
      data: {},
      at,
    });
    return post;
  });
}
