import { and, eq, inArray, isNotNull, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { enqueue } from "#db/queue.server";
import { attachments, comments, notes, posts, ticketMessages, ticketPeople } from "#db/schema";
import { isUnattached } from "../../feedback/attachments/visible-attachments.server";
import { isViewerIn } from "../../support/tickets/visible-tickets.server";

interface RemoveFiles {
  /** Who carries it out. */
  actorId: string;
  userId: string;
  at: Date;
}

const { uploaderId, storageKey, postId, commentId, noteId, ticketMessageId, removedAt, removedBy } = attachments;

/** Takes away what somebody has attached, wherever that is, and what others have attached to texts of theirs. */
export async function removeFiles(tx: Db, asked: RemoveFiles): Promise<void> {
  const { userId } = asked;
  const ownPosts = tx.select({ id: posts.id }).from(posts).where(eq(posts.authorId, userId));
  const ownComments = tx.select({ id: comments.id }).from(comments).where(eq(comments.authorId, userId));
  const ownNotes = tx.select({ id: notes.id }).from(notes).where(eq(notes.authorId, userId));
  const said = tx
    .select({ id: ticketMessages.id })
    .from(ticketMessages)
    .innerJoin(ticketPeople, eq(ticketPeople.id, ticketMessages.personId))
    .where(isViewerIn(tx, { id: userId }));
  const isOfTexts = or(
    inArray(postId, ownPosts),
    inArray(commentId, ownComments),
    inArray(noteId, ownNotes),
    inArray(ticketMessageId, said),
  );
  const theirs = tx
    .select({ storageKey })
    .from(attachments)
    .where(or(eq(uploaderId, userId), isOfTexts));
  // With all copies, wherever they went.
  await remove(tx, inArray(storageKey, theirs), asked);
}

/** Takes away only what nobody could see any more: files of deleted comments, and of texts that were never sent. */
export async function removeUnseenFiles(tx: Db, asked: RemoveFiles): Promise<void> {
  const { userId } = asked;
  const deleted = tx
    .select({ id: comments.id })
    .from(comments)
    .where(and(eq(comments.authorId, userId), isNotNull(comments.deletedAt)));
  const isWaste = or(isUnattached(), isNotNull(removedAt));
  await remove(tx, or(and(eq(uploaderId, userId), isWaste), inArray(commentId, deleted)), asked);
}

/** That there was a file stays; what it was called and what it shows do not. Its bytes go once this has committed. */
async function remove(tx: Db, which: SQL | undefined, { actorId, at }: RemoveFiles): Promise<void> {
  const gone = await tx
    .update(attachments)
    .set({
      name: "…",
      alt: "",
      sha256: "",
      removedAt: sql`coalesce(${removedAt}, ${at.toISOString()})`,
      removedBy: sql`coalesce(${removedBy}, ${actorId})`,
    })
    .where(which)
    .returning({ attachmentId: attachments.id });
  await enqueue(
    tx,
    gone.map((data) => ({ name: "drop-file", data })),
  );
}
