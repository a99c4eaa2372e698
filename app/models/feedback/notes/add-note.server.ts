import type { Db } from "#db/client.server";
import { notes } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { recordEvent } from "../../core/events/record.server";
import { settleId } from "../../core/settle-id.server";
import { renderMarkdown } from "../../core/text/markdown.server";
import { mayNote } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { attachDrafts } from "../attachments/attach-drafts.server";
import { holdPost } from "../posts/hold-post.server";

interface AddNote {
  viewer: User;
  number: number;
  /** Made by the client: the same note sent again is there once, another is another. */
  id: string;
  body: string;
  at?: Date;
}

/**
 * Leaves a note for the team on a post, be it deleted, locked or merged. Resolves to the id of the note. Throws
 * `forbidden`, `busy`, `notFound` or `idTaken`.
 */
export async function addNote(
  db: Db,
  { viewer, number, id: clientId, body, at = new Date() }: AddNote,
): Promise<{ id: string }> {
  if (!mayNote(viewer)) throw new DomainError("forbidden");
  const { html, version } = await renderMarkdown(body, viewer.id);
  return db.transaction(async (tx) => {
    const post = await holdPost(tx, viewer, number);
    const sent = { viewer, id: clientId, content: { number, body } };
    const { id, isThere, fingerprint } = await settleId(tx, { table: notes, owner: notes.authorId }, sent);
    if (isThere) return { id };
    await tx.insert(notes).values({
      id,
      postId: post.id,
      authorId: viewer.id,
      bodyMarkdown: body,
      bodyHtml: html,
      htmlVersion: version,
      createdAt: at,
      fingerprint,
    });
    await attachDrafts(tx, viewer, clientId, { noteId: id });
    await recordEvent(tx, { type: "note.added", actorId: viewer.id, postId: post.id, data: { noteId: id }, at });
    return { id };
  });
}
