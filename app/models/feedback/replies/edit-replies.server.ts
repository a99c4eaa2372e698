import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { replies } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { recordEvent } from "../../core/events/record.server";
import { isStaff } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import type { ReplyDraft } from "./draft";

interface CreateReply {
  viewer: User;
  draft: ReplyDraft;
  at?: Date;
}

/** Saves a reply for everybody of the team. */
export async function createReply(db: Db, { viewer, draft, at = new Date() }: CreateReply): Promise<{ id: number }> {
  if (!isStaff(viewer)) throw new DomainError("forbidden");
  return db.transaction(async (tx) => {
    const [reply] = await tx
      .insert(replies)
      .values({ ...rowOf(draft), createdAt: at })
      .onConflictDoNothing()
      .returning({ id: replies.id });
    if (!reply) throw new DomainError("titleTaken", { field: "title" });
    const data = { replyId: reply.id, title: draft.title };
    await recordEvent(tx, { type: "reply.created", actorId: viewer.id, data, at });
    return reply;
  });
}

export async function editReply(
  db: Db,
  { viewer, id, draft, at = new Date() }: CreateReply & { id: number },
): Promise<void> {
  if (!isStaff(viewer)) throw new DomainError("forbidden");
  await db.transaction(async (tx) => {
    const [sameTitle] = await tx.select({ id: replies.id }).from(replies).where(eq(replies.title, draft.title));
    if (sameTitle && sameTitle.id !== id) throw new DomainError("titleTaken", { field: "title" });
    const changed = await tx.update(replies).set(rowOf(draft)).where(eq(replies.id, id)).returning({ id: replies.id });
    if (changed.length === 0) throw new DomainError("notFound");
    const data = { replyId: id, title: draft.title };
    await recordEvent(tx, { type: "reply.edited", actorId: viewer.id, data, at });
  });
}

export async function deleteReply(
  db: Db,
  { viewer, id, at = new Date() }: { viewer: User; id: number; at?: Date },
): Promise<void> {
  if (!isStaff(viewer)) throw new DomainError("forbidden");
  await db.transaction(async (tx) => {
    const [reply] = await tx.delete(replies).where(eq(replies.id, id)).returning({ title: replies.title });
    if (!reply) return;
    const data = { replyId: id, title: reply.title };
    await recordEvent(tx, { type: "reply.deleted", actorId: viewer.id, data, at });
  });
}

const rowOf = ({ title, body, kind }: ReplyDraft) => ({ title, bodyMarkdown: body, kind });
