import { and, eq, isNull, type SQL } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { attachments, comments, notes, posts } from "#db/schema";
import type { NewEvent } from "../../core/events/types";
import type { User } from "../../core/users/viewer";
import type { Destination, Place, PlaceKind } from "./attachment";
import type { HeldPlace } from "./hold-place.server";
import { isUnattached } from "./visible-attachments.server";

type Keys = { postId: string } | { commentId: string } | { noteId: string };

/** The column by which a file belongs to something. */
export const keysOfPlace = ({ kind, id }: Place): Keys =>
  kind === "post" ? { postId: id } : kind === "comment" ? { commentId: id } : { noteId: id };

const columns = { post: attachments.postId, comment: attachments.commentId, note: attachments.noteId } as const;

/** The files that are there now; of a text that is still being written, those of whoever writes it. */
export const isAt = ({ kind, id }: Destination, viewer: User): SQL | undefined =>
  and(
    isNull(attachments.removedAt),
    kind === "draft"
      ? and(isUnattached(), eq(attachments.draftId, id), eq(attachments.uploaderId, viewer.id))
      : eq(columns[kind], id),
  );

/** What files of a row belong to. */
export function placeOf(row: { postId: string | null; commentId: string | null; noteId: string | null }): Place | null {
  if (row.postId) return { kind: "post", id: row.postId };
  if (row.commentId) return { kind: "comment", id: row.commentId };
  return row.noteId ? { kind: "note", id: row.noteId } : null;
}

const tables = { post: posts, comment: comments, note: notes } as const;

/** What a draft has become by now: whoever sends a file may be slower than whoever sends the text. */
export async function findSent(tx: Db, viewer: User, draftId: string): Promise<Place | undefined> {
  for (const [kind, table] of Object.entries(tables) as [PlaceKind, typeof posts][]) {
    const [found] = await tx
      .select({ id: table.id })
      .from(table)
      .where(and(eq(table.id, draftId), eq(table.authorId, viewer.id)));
    if (found) return { kind, id: found.id };
  }
}

interface Happened {
  what: "added" | "removed";
  viewer: User;
  attachmentId: string;
  at: Date;
}

/** The event of a file that came to something or went; notes are the team's alone. */
export function eventAt({ place, postId }: HeldPlace, { what, viewer, attachmentId, at }: Happened): NewEvent {
  const common = { actorId: viewer.id, postId, at };
  if (place.kind === "note")
    return { ...common, type: `note.attachment_${what}`, data: { noteId: place.id, attachmentId } };
  const commentId = place.kind === "comment" ? place.id : undefined;
  return { ...common, commentId, type: `attachment.${what}`, data: { attachmentId } };
}
