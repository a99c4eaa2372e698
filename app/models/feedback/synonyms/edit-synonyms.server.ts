import { and, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { synonyms } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { recordEvent } from "../../core/events/record.server";
import { isStaff } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import type { SynonymsDraft } from "./draft";
import { keysOf } from "./keys.server";

interface SaveSynonyms {
  viewer: User;
  draft: SynonymsDraft;
  /** Absent for new ones. */
  id?: number;
  at?: Date;
}

/**
 * Lets search take some words for each other. What the field or a merge said is the team's once it has been changed.
 * Throws `forbidden` or `notFound`.
 */
export async function saveSynonyms(
  db: Db,
  { viewer, draft, id, at = new Date() }: SaveSynonyms,
): Promise<{ id: number }> {
  if (!isStaff(viewer)) throw new DomainError("forbidden");
  return db.transaction(async (tx) => {
    const row = { ...draft, keys: await keysOf(tx, draft.language, draft.words), origin: "team" as const };
    const [saved] = id
      ? await tx
          .update(synonyms)
          .set(row)
          .where(and(eq(synonyms.id, id), isNull(synonyms.removedAt)))
          .returning({ id: synonyms.id })
      : await tx
          .insert(synonyms)
          .values({ ...row, createdAt: at })
          .returning({ id: synonyms.id });
    if (!saved) throw new DomainError("notFound");
    const data = { synonymsId: saved.id, words: draft.words };
    await recordEvent(tx, { type: "synonyms.saved", actorId: viewer.id, data, at });
    return saved;
  });
}

interface ById {
  viewer: User;
  id: number;
  at?: Date;
}

/** Search goes by them no longer; what was merged does not bring them back. Throws `forbidden`. */
export async function removeSynonyms(db: Db, { viewer, id, at = new Date() }: ById): Promise<void> {
  await setRemoved(db, { viewer, id, at }, true);
}

/** Throws `forbidden`. */
export async function restoreSynonyms(db: Db, { viewer, id, at = new Date() }: ById): Promise<void> {
  await setRemoved(db, { viewer, id, at }, false);
}

async function setRemoved(db: Db, { viewer, id, at }: Required<ById>, isRemoved: boolean): Promise<void> {
  if (!isStaff(viewer)) throw new DomainError("forbidden");
  await db.transaction(async (tx) => {
    const [changed] = await tx
      .update(synonyms)
      .set({ removedAt: isRemoved ? at : null })
      .where(and(eq(synonyms.id, id), sql`(${synonyms.removedAt} is null) = ${isRemoved}`))
      .returning({ words: synonyms.words });
    if (!changed) return;
    const type = isRemoved ? "synonyms.removed" : "synonyms.restored";
    await recordEvent(tx, { type, actorId: viewer.id, data: { synonymsId: id, words: changed.words }, at });
  });
}
