import { and, asc, or, type SQL } from "drizzle-orm";
import { isAnyOf } from "#db/any-of.server";
import type { Db } from "#db/client.server";
import { attachments } from "#db/schema";
import type { Viewer } from "../../core/users/viewer";
import { isAt } from "./at-place.server";
import type { Attachment, Destination, FileOwner } from "./attachment";
import { columnsShown } from "./columns-shown.server";
import { visibleAttachments } from "./visible-attachments.server";

/** Files by the id of what they belong to. */
export type Attached = Record<string, Attachment[]>;

/** All that is attached to these, as far as the viewer may see it; each in its order. */
export async function listAttachments(
  db: Db,
  viewer: Viewer,
  { postIds = [], commentIds = [], noteIds = [] }: { postIds?: string[]; commentIds?: string[]; noteIds?: string[] },
): Promise<Attached> {
  const { postId, commentId, noteId } = attachments;
  const among: SQL[] = [];
  if (postIds.length > 0) among.push(isAnyOf(postId, postIds));
  if (commentIds.length > 0) among.push(isAnyOf(commentId, commentIds));
  if (noteIds.length > 0) among.push(isAnyOf(noteId, noteIds));
  if (among.length === 0) return {};
  const found = await db
    .select({ ...columnsShown, postId, commentId, noteId })
    .from(attachments)
    .where(and(or(...among), visibleAttachments(db, viewer)))
    .orderBy(asc(attachments.position), asc(attachments.id));
  const attached: Attached = {};
  for (const { postId, commentId, noteId, ...attachment } of found) {
    (attached[postId ?? commentId ?? noteId ?? ""] ??= []).push(attachment);
  }
  return attached;
}

/** What is there to be changed, by somebody of whom it is known that they may. */
export const listAt = (db: Db, viewer: FileOwner, at: Destination): Promise<Attachment[]> =>
  db
    .select(columnsShown)
    .from(attachments)
    .where(isAt(at, viewer))
    .orderBy(asc(attachments.position), asc(attachments.id));
