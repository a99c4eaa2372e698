import { and, eq, lt, or } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { exportChunks, portalExports } from "#db/schema";
import { DomainError } from "../../../core/domain-error";
import { recordEvent } from "../../../core/events/record.server";
import { returnSpace } from "../../../core/files/chunks.server";
import { mayAdminister } from "../../../core/users/policy";
import type { User } from "../../../core/users/viewer";
import { exportKeptFor } from "./limits";

/** Forgets an export; one that is under way stops. Throws `forbidden`. */
export async function deleteExport(
  db: Db,
  { viewer, id, at = new Date() }: { viewer: User; id: string; at?: Date },
): Promise<void> {
  if (!mayAdminister(viewer)) throw new DomainError("forbidden");
  await db.transaction(async (tx) => {
    const gone = await tx.delete(portalExports).where(eq(portalExports.id, id)).returning({ id: portalExports.id });
    if (gone.length === 0) return;
    await recordEvent(tx, { type: "export.deleted", actorId: viewer.id, data: { exportId: id }, at });
  });
  await returnSpace(db, exportChunks);
}

/** Forgets exports whose time is over, and as long afterwards those that came to nothing. */
export async function forgetOldExports(db: Db, now: Date): Promise<void> {
  const hasFailed = and(
    eq(portalExports.state, "failed"),
    lt(portalExports.createdAt, new Date(now.getTime() - exportKeptFor)),
  );
  const gone = await db
    .delete(portalExports)
    .where(or(lt(portalExports.expiresAt, now), hasFailed))
    .returning({ id: portalExports.id });
  if (gone.length > 0) await returnSpace(db, exportChunks);
}
