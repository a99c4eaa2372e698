import { and, eq, inArray, lt, ne, notInArray } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { importChunks, importUploads } from "#db/schema";
import { DomainError } from "../../../core/domain-error";
import { returnSpace } from "../../../core/files/chunks.server";
import { mayAdminister } from "../../../core/users/policy";
import type { User } from "../../../core/users/viewer";
import { uploadLimits } from "./limits";

/**
 * Forgets a file that was sent and nothing has been imported of. Throws `forbidden`, `importNotWaiting` or
 * `notFound`.
 */
export async function discardUpload(db: Db, { viewer, id }: { viewer: User; id: string }): Promise<void> {
  if (!mayAdminister(viewer)) throw new DomainError("forbidden");
  const isThere = eq(importUploads.id, id);
  const isBegun = inArray(importUploads.state, ["importing", "imported"]);
  if ((await db.$count(importUploads, and(isThere, isBegun))) > 0) throw new DomainError("importNotWaiting");
  const gone = await db
    .delete(importUploads)
    .where(and(isThere, inArray(importUploads.state, ["arriving", "checking", "checked", "refused"])))
    .returning({ id: importUploads.id });
  if (gone.length === 0) throw new DomainError("notFound");
}

/** Forgets files that nobody has had imported for a day. */
export async function forgetOldUploads(db: Db, now: Date): Promise<void> {
  const isOld = lt(importUploads.createdAt, new Date(now.getTime() - uploadLimits.keptFor));
  const waiting = inArray(importUploads.state, ["arriving", "checking", "checked", "refused"]);
  await db.delete(importUploads).where(and(isOld, waiting));
  const needed = db.select({ id: importUploads.id }).from(importUploads).where(ne(importUploads.state, "imported"));
  await db.delete(importChunks).where(notInArray(importChunks.ownerId, needed));
  await returnSpace(db, importChunks);
}
