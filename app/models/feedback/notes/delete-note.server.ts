import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { notes } from "#db/schema";
import { recordEvent } from "../../core/events/record.server";
import type { User } from "../../core/users/viewer";
import { holdOwnNote } from "./hold-note.server";

/** What it said is gone; that there was a note stays an event. Throws `forbidden` or `notFound`. */
export async function deleteNote(
  db: Db,
  { viewer, id, at = new Date() }: { viewer: User; id: string; at?: Date },
): Promise<{ number: number }> {
  return db.transaction(async (tx) => {
    const { post } = await holdOwnNote(tx, viewer, id);
    await tx.delete(notes).where(eq(notes.id, id));
    await recordEvent(tx, { type: "note.deleted", actorId: viewer.id, postId: post.id, data: { noteId: id }, at });
    return post;
  });
}
