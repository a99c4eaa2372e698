import { and, eq, isNull, sql } from "drizzle-orm";
import { type Db, rows } from "#db/client.server";
import { enqueue } from "#db/queue.server";
import { imports, importUploads } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { recordEvent } from "../../core/events/record.server";
import { mayAdminister } from "../../core/users/policy";
import type { User, Viewer } from "../../core/users/viewer";
import { findKept } from "./find-kept.server";

/**
 * Has a job take an import back. One that is being written is left to end first, unless it broke off. Throws
 * `forbidden`, `notFound` or `importUnderWay`.
 */
export async function requestUndo(
  db: Db,
  { viewer, id, at = new Date() }: { viewer: User; id: string; at?: Date },
): Promise<void> {
  if (!mayAdminister(viewer)) throw new DomainError("forbidden");
  await db.transaction(async (tx) => {
    await endUpload(tx, id);
    const [asked] = await tx
      .update(imports)
      .set({ undoAskedAt: at })
      .where(and(eq(imports.id, id), isNull(imports.undoAskedAt), isNull(imports.undoneAt)))
      .returning({ id: imports.id });
    if (!asked) throw new DomainError("notFound");
    await recordEvent(tx, { type: "import.undo_requested", actorId: viewer.id, data: { importId: id }, at });
    await enqueue(tx, [{ name: "undo-import", data: { importId: id, actorId: viewer.id } }]);
  });
}

/** A file whose import broke off is not gone on with afterwards. */
async function endUpload(tx: Db, id: string): Promise<void> {
  const [upload] = await tx.select().from(importUploads).where(eq(importUploads.id, id)).for("update");
  if (!upload || upload.state === "imported") return;
  if (upload.workedAt || !upload.fault) throw new DomainError("importUnderWay");
  await tx.update(importUploads).set({ state: "imported" }).where(eq(importUploads.id, id));
}

const mostShown = 50;

/** What taking an import back would remove, and the first posts that would stay because people have added to them. */
export async function previewUndo(db: Db, viewer: Viewer, id: string) {
  if (!mayAdminister(viewer)) throw new DomainError("forbidden");
  const kept = await findKept(db, id);
  const [own] = await rows<{ count: number }>(
    db,
    sql`select count(*)::int as count from import_sources where import_id = ${id} and kind = 'post'`,
  );
  const going = (own?.count ?? 0) - kept.length;
  return {
    going,
    staying: kept.length,
    kept: kept.slice(0, mostShown).map(({ number, title }) => ({ number, title })),
  };
}
