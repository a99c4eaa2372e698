import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { savedReplies } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { recordEvent } from "../../core/events/record.server";
import { isStaff } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import type { SavedReplyDraft } from "./draft";

interface CreateSavedReply {
  viewer: User;
  draft: SavedReplyDraft;
  at?: Date;
}

/** Saves a reply for everybody of the team. Throws `forbidden` or `titleTaken`. */
export async function createSavedReply(
  db: Db,
  { viewer, draft, at = new Date() }: CreateSavedReply,
): Promise<{ id: number }> {
  if (!isStaff(viewer)) throw new DomainError("forbidden");
  return db.transaction(async (tx) => {
    const [savedReply] = await tx
      .insert(savedReplies)
      .values({ ...rowOf(draft), createdAt: at })
      .onConflictDoNothing()
      .returning({ id: savedReplies.id });
    if (!savedReply) throw new DomainError("titleTaken", { field: "title" });
    const data = { replyId: savedReply.id, title: draft.title };
    await recordEvent(tx, { type: "reply.created", actorId: viewer.id, data, at });
    return savedReply;
  });
}

/** Throws `forbidden`, `titleTaken` or `notFound`. */
export async function editSavedReply(
  db: Db,
  { viewer, id, draft, at = new Date() }: CreateSavedReply & { id: number },
): Promise<void> {
  if (!isStaff(viewer)) throw new DomainError("forbidden");
  await db.transaction(async (tx) => {
    const [sameTitle] = await tx
      .select({ id: savedReplies.id })
      .from(savedReplies)
      .where(eq(savedReplies.title, draft.title));
    if (sameTitle && sameTitle.id !== id) throw new DomainError("titleTaken", { field: "title" });
    const changed = await tx
      .update(savedReplies)
      .set(rowOf(draft))
      .where(eq(savedReplies.id, id))
      .returning({ id: savedReplies.id });
    if (changed.length === 0) throw new DomainError("notFound");
    const data = { replyId: id, title: draft.title };
    await recordEvent(tx, { type: "reply.edited", actorId: viewer.id, data, at });
  });
}

/** Throws `forbidden`; does nothing where it is gone already. */
export async function deleteSavedReply(
  db: Db,
  { viewer, id, at = new Date() }: { viewer: User; id: number; at?: Date },
): Promise<void> {
  if (!isStaff(viewer)) throw new DomainError("forbidden");
  await db.transaction(async (tx) => {
    const [savedReply] = await tx
      .delete(savedReplies)
      .where(eq(savedReplies.id, id))
      .returning({ title: savedReplies.title });
    if (!savedReply) return;
    const data = { replyId: id, title: savedReply.title };
    await recordEvent(tx, { type: "reply.deleted", actorId: viewer.id, data, at });
  });
}

const rowOf = ({ title, body, kind }: SavedReplyDraft) => ({
  title,
  bodyMarkdown: body,
  kind: kind === "ticket" ? null : kind,
  isForTickets: kind === "ticket",
});
