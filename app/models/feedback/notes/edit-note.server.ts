import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { notes } from "#db/schema";
import { recordEvent } from "../../core/events/record.server";
import { renderMarkdown } from "../../core/text/markdown.server";
import type { User } from "../../core/users/viewer";
import { holdOwnNote } from "./hold-note.server";

interface EditNote {
  viewer: User;
  id: string;
  body: string;
  at?: Date;
}

/** Throws `busy`, `forbidden` or `notFound`. */
export async function editNote(db: Db, { viewer, id, body, at = new Date() }: EditNote): Promise<{ number: number }> {
  const { html, version } = await renderMarkdown(body, viewer.id);
  return db.transaction(async (tx) => {
    const { post, note } = await holdOwnNote(tx, viewer, id);
    if (note.bodyMarkdown === body) return post;
    await tx
      .update(notes)
      .set({ bodyMarkdown: body, bodyHtml: html, htmlVersion: version, editedAt: at })
      .where(eq(notes.id, id));
    await recordEvent(tx, { type: "note.edited", actorId: viewer.id, postId: post.id, data: { noteId: id }, at });
    return post;
  });
}
