import { and, asc, eq, isNull, or, type SQL } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { attachments, comments, notes, posts, ticketMessages, ticketPeople } from "#db/schema";
import type { NewEvent } from "../../core/events/types";
import type { User } from "../../core/users/viewer";
import {
  type Destination,
  type FileOwner,
  type FileSender,
  isGuest,
  type Place,
  type PlaceKind,
  type Sent,
} from "./attachment";
import type { HeldPlace } from "./hold-place.server";
import { isOwnLoose } from "./visible-attachments.server";

export type Keys = { postId: string } | { commentId: string } | { noteId: string } | { ticketMessageId: string };

/** The column by which a file belongs to something. */
export const keysOfPlace = ({ kind, id }: Place | Sent): Keys => ({ [`${kind}Id`]: id }) as Keys;

const columns = {
  post: attachments.postId,
  comment: attachments.commentId,
  note: attachments.noteId,
  ticketMessage: attachments.ticketMessageId,
} as const;

/** The files that are there now; of a text that is still being written, those of whoever writes it. */
export const isAt = ({ kind, id }: Destination | Sent, viewer: FileOwner): SQL | undefined =>
  kind === "draft"
    ? and(isOwnLoose(viewer), eq(attachments.draftId, id))
    : and(isNull(attachments.removedAt), eq(columns[kind], id));

/** What files of a row belong to. */
export function placeOf(row: { postId: string | null; commentId: string | null; noteId: string | null }): Place | null {
  if (row.postId) return { kind: "post", id: row.postId };
  if (row.commentId) return { kind: "comment", id: row.commentId };
  return row.noteId ? { kind: "note", id: row.noteId } : null;
}

const tables = { post: posts, comment: comments, note: notes } as const;

/** What a draft has become by now: whoever sends a file may be slower than whoever sends the text. */
export async function findSent(tx: Db, viewer: FileSender, draftId: string): Promise<Place | Sent | undefined> {
  // Their form is held back until their files are there.
  if (isGuest(viewer)) return;
  for (const [kind, table] of Object.entries(tables) as [PlaceKind, typeof posts][]) {
    const [found] = await tx
      .select({ id: table.id })
      .from(table)
      .where(and(eq(table.id, draftId), eq(table.authorId, viewer.id)));
    if (found) return { kind, id: found.id };
  }
  return findSaid(tx, viewer, draftId);
}

/** What somebody said in a ticket, or began one with: that has the id of the form as its own. */
async function findSaid(tx: Db, viewer: User, draftId: string): Promise<Sent | undefined> {
  const { id, ticketId, agentId, personId, createdAt } = ticketMessages;
  const [found] = await tx
    .select({ id })
    .from(ticketMessages)
    .leftJoin(ticketPeople, eq(ticketPeople.id, personId))
    .where(
      and(or(eq(id, draftId), eq(ticketId, draftId)), or(eq(agentId, viewer.id), eq(ticketPeople.userId, viewer.id))),
    )
    .orderBy(asc(createdAt), asc(id))
    .limit(1);
  return found && { kind: "ticketMessage", id: found.id };
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
