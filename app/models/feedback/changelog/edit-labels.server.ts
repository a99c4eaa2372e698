import { eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { entries, entryLabels } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { recordEvent } from "../../core/events/record.server";
import { mayPublish } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import type { LabelDraft } from "./draft";

interface CreateLabel {
  viewer: User;
  draft: LabelDraft;
  at?: Date;
}

/** Throws `forbidden` or `nameTaken`. */
export async function createLabel(db: Db, { viewer, draft, at = new Date() }: CreateLabel): Promise<{ id: number }> {
  if (!mayPublish(viewer)) throw new DomainError("forbidden");
  return db.transaction(async (tx) => {
    const [label] = await tx
      .insert(entryLabels)
      .values({ ...draft, createdAt: at })
      .onConflictDoNothing()
      .returning({ id: entryLabels.id });
    if (!label) throw new DomainError("nameTaken", { field: "slug" });
    const data = { labelId: label.id, name: draft.name };
    await recordEvent(tx, { type: "label.created", actorId: viewer.id, data, at });
    return label;
  });
}

/** Throws `forbidden`, `nameTaken` or `labelNotFound`. */
export async function editLabel(
  db: Db,
  { viewer, id, draft, at = new Date() }: CreateLabel & { id: number },
): Promise<void> {
  if (!mayPublish(viewer)) throw new DomainError("forbidden");
  await db.transaction(async (tx) => {
    const { slug } = entryLabels;
    const [sameSlug] = await tx.select({ id: entryLabels.id }).from(entryLabels).where(eq(slug, draft.slug));
    if (sameSlug && sameSlug.id !== id) throw new DomainError("nameTaken", { field: "slug" });
    const changed = await tx.update(entryLabels).set(draft).where(eq(entryLabels.id, id)).returning({ slug });
    if (changed.length === 0) throw new DomainError("labelNotFound");
    const data = { labelId: id, name: draft.name };
    await recordEvent(tx, { type: "label.edited", actorId: viewer.id, data, at });
  });
}

/** Takes the label off every entry that has it. Throws `forbidden`. */
export async function deleteLabel(
  db: Db,
  { viewer, id, at = new Date() }: { viewer: User; id: number; at?: Date },
): Promise<void> {
  if (!mayPublish(viewer)) throw new DomainError("forbidden");
  await db.transaction(async (tx) => {
    const gone = await tx.delete(entryLabels).where(eq(entryLabels.id, id)).returning({ id: entryLabels.id });
    if (gone.length === 0) return;
    await tx
      .update(entries)
      .set({ labelIds: sql`array_remove(${entries.labelIds}, ${id})` })
      .where(sql`${entries.labelIds} @> array[${id}::int]`);
    await recordEvent(tx, { type: "label.deleted", actorId: viewer.id, data: { labelId: id }, at });
  });
}
