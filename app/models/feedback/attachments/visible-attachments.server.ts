import { and, eq, exists, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { attachments, comments, notes, posts } from "#db/schema";
import { mayNote } from "../../core/users/policy";
import type { Viewer } from "../../core/users/viewer";
import { homes, isShownOn } from "../comments/shown-comments.server";
import { visiblePosts } from "../posts/visible-posts.server";
import { type FileOwner, isGuest } from "./attachment";

/**
 * Whoever sees what a file belongs to sees the file, and nobody else; one that belongs to nothing yet, whoever sent it.
 * What was removed nobody sees. Of the files of tickets `visibleTicketFiles` knows.
 */
export function visibleAttachments(db: Db, viewer: Viewer): SQL | undefined {
  const { postId, commentId, noteId, removedAt } = attachments;
  const one = { one: sql`1` };
  const post = db
    .select(one)
    .from(posts)
    .where(and(eq(posts.id, postId), visiblePosts(db, viewer)));
  const comment = db
    .select(one)
    .from(comments)
    .innerJoin(homes, eq(homes.id, comments.postId))
    .innerJoin(posts, isShownOn(db, viewer))
    .where(and(eq(comments.id, commentId), isNull(comments.deletedAt)));
  const note = db
    .select(one)
    .from(notes)
    .innerJoin(posts, eq(posts.id, notes.postId))
    .where(and(eq(notes.id, noteId), visiblePosts(db, viewer)));
  const isOwn = viewer ? isOwnLoose(viewer) : undefined;
  return and(isNull(removedAt), or(exists(post), exists(comment), mayNote(viewer) ? exists(note) : undefined, isOwn));
}

export const isOwnedBy = (owner: FileOwner): SQL =>
  isGuest(owner) ? eq(attachments.guest, owner.guest) : eq(attachments.uploaderId, owner.id);

/** What somebody has sent and not taken away again, and what belongs to nothing yet. */
export const isOwnLoose = (owner: FileOwner): SQL | undefined =>
  and(isUnattached(), isNull(attachments.removedAt), isOwnedBy(owner));

/** It belongs to nothing yet, or not any more. */
export const isUnattached = (): SQL | undefined =>
  and(
    isNull(attachments.postId),
    isNull(attachments.commentId),
    isNull(attachments.noteId),
    isNull(attachments.ticketMessageId),
  );
