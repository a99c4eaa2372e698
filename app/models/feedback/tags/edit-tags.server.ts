import { eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { posts, tags } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { recordEvent } from "../../core/events/record.server";
import { mayModerate } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import type { TagDraft } from "./draft";

interface CreateTag {
  viewer: User;
  draft: TagDraft;
  at?: Date;
}

/** Throws `forbidden` or `nameTaken`. */
export async function createTag(db: Db, { viewer, draft, at = new Date() }: CreateTag): Promise<{ id: number }> {
  if (!mayModerate(viewer)) throw new DomainError("forbidden");
  return db.transaction(async (tx) => {
    const [tag] = await tx
      .insert(tags)
      .values({ ...draft, createdAt: at })
      .onConflictDoNothing()
      .returning({ id: tags.id });
    if (!tag) throw new DomainError("nameTaken", { field: "slug" });
    await recordEvent(tx, { type: "tag.created", actorId: viewer.id, data: { tagId: tag.id, name: draft.name }, at });
    return tag;
  });
}

/** Throws `forbidden`, `nameTaken` or `notFound`. */
export async function editTag(
  db: Db,
  { viewer, id, draft, at = new Date() }: CreateTag & { id: number },
): Promise<void> {
  if (!mayModerate(viewer)) throw new DomainError("forbidden");
  await db.transaction(async (tx) => {
    const [sameSlug] = await tx.select({ id: tags.id }).from(tags).where(eq(tags.slug, draft.slug));
    if (sameSlug && sameSlug.id !== id) throw new DomainError("nameTaken", { field: "slug" });
    const [tag] = await tx.update(tags).set(draft).where(eq(tags.id, id)).returning({ id: tags.id });
    if (!tag) throw new DomainError("notFound");
    await recordEvent(tx, { type: "tag.edited", actorId: viewer.id, data: { tagId: id, name: draft.name }, at });
  });
}

/** Takes the tag off every post that has it. Throws `forbidden`. */
export async function deleteTag(
  db: Db,
  { viewer, id, at = new Date() }: { viewer: User; id: number; at?: Date },
): Promise<void> {
  if (!mayModerate(viewer)) throw new DomainError("forbidden");
  await db.transaction(async (tx) => {
    const [tag] = await tx.delete(tags).where(eq(tags.id, id)).returning({ name: tags.name });
    if (!tag) return;
    await tx
      .update(posts)
      .set({ tagIds: sql`array_remove(${posts.tagIds}, ${id})` })
      .where(sql`${posts.tagIds} @> array[${id}::int]`);
    await recordEvent(tx, { type: "tag.deleted", actorId: viewer.id, data: { tagId: id, name: tag.name }, at });
  });
}
