import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { notes } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { mayNote } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { holdPost } from "../posts/hold-post.server";
import { findNote } from "./find-notes.server";

/** A note of the viewer's own and its post, kept still until the transaction ends. */
export async function holdOwnNote(tx: Db, viewer: User, id: string) {
  if (!mayNote(viewer)) throw new DomainError("forbidden");
  const place = await findNote(tx, viewer, id);
  if (!place) throw new DomainError("notFound");
  const post = await holdPost(tx, viewer, place.number);
  const [note] = await tx
    .select({ authorId: notes.authorId, bodyMarkdown: notes.bodyMarkdown })
    .from(notes)
    .where(eq(notes.id, id))
    .for("update");
  if (!note) throw new DomainError("notFound");
  if (note.authorId !== viewer.id) throw new DomainError("forbidden");
  return { post, note };
}
