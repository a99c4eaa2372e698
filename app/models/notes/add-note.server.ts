import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { notes } from "#db/schema";
import { DomainError } from "../domain-error";
import { recordEvent } from "../events/record.server";
import { holdPost } from "../posts/hold-post.server";
import { htmlVersion, renderMarkdown } from "../text/markdown.server";
import { mayNote } from "../users/policy";
import type { User } from "../users/viewer";

interface AddNote {
  viewer: User;
  number: number;
  /** Made by the client: the same note sent again is there once. */
  id: string;
  body: string;
  at?: Date;
}

/** Leaves a note for the team on a post, be it deleted, locked or merged. */
export async function addNote(db: Db, { viewer, number, id, body, at = new Date() }: AddNote): Promise<void> {
  if (!mayNote(viewer)) throw new DomainError("forbidden");
  const { html } = await renderMarkdown(body);
  await db.transaction(async (tx) => {
    const post = await holdPost(tx, viewer, number);
    const added = await tx
      .insert(notes)
      .values({
        id,
        postId: post.id,
        authorId: viewer.id,
        bodyMarkdown: body,
        bodyHtml: html,
        htmlVersion,
        createdAt: at,
      })
      .onConflictDoNothing()
      .returning({ id: notes.id });
    if (added.length === 0) return requireOwn(tx, viewer, id);
    await recordEvent(tx, { type: "note.added", actorId: viewer.id, postId: post.id, data: { noteId: id }, at });
  });
}

async function requireOwn(tx: Db, viewer: User, id: string): Promise<void> {
  const [note] = await tx.select({ authorId: notes.authorId }).from(notes).where(eq(notes.id, id));
  if (note?.authorId !== viewer.id) throw new DomainError("idTaken");
}
