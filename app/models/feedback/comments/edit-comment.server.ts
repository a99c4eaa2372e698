import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { comments } from "#db/schema";
import { recordEvent } from "../../core/events/record.server";
import { renderMarkdown } from "../../core/text/markdown.server";
import { mayEdit } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { compareEdit, keepRevision } from "../revisions/keep-revision.server";
import { findComment } from "./find-comment.server";
import { holdOwnComment } from "./hold-comment.server";

interface EditComment {
  viewer: User;
  id: string;
  body: string;
  at?: Date;
}

/**
 * Changes what a comment says; what it said before stays readable in the post's history. Throws `busy`, `notFound`,
 * `forbidden` or `postMerged`.
 */
export async function editComment(
  db: Db,
  { viewer, id, body, at = new Date() }: EditComment,
): Promise<{ number: number }> {
  const seen = await findComment(db, viewer, id);
  const mayChange = seen && mayEdit(viewer, seen);
  const [{ html, version }, compared] = await Promise.all([
    renderMarkdown(body, viewer.id),
    compareEdit(mayChange ? { body: seen.body } : undefined, { body }),
  ]);
  return db.transaction(async (tx) => {
    const { post, comment } = await holdOwnComment(tx, viewer, id);
    if (comment.bodyMarkdown === body) return post;
    await tx
      .update(comments)
      .set({ bodyMarkdown: body, bodyHtml: html, htmlVersion: version, editedAt: at })
      .where(eq(comments.id, id));
    const { postId, bodyMarkdown } = comment;
    const before = { body: bodyMarkdown };
    await keepRevision(tx, { postId, commentId: id, editorId: viewer.id, before, compared, at });
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
