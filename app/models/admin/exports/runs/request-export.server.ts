import { v7 as uuid } from "uuid";
import type { Db } from "#db/client.server";
import { enqueue } from "#db/queue.server";
import { portalExports } from "#db/schema";
import { DomainError } from "../../../core/domain-error";
import { recordEvent } from "../../../core/events/record.server";
import { mayAdminister } from "../../../core/users/policy";
import type { User } from "../../../core/users/viewer";

/** Has the whole portal exported; nothing where that is under way already. Throws `forbidden`. */
export async function requestExport(db: Db, { viewer, at = new Date() }: { viewer: User; at?: Date }): Promise<void> {
  if (!mayAdminister(viewer)) throw new DomainError("forbidden");
  const id = uuid();
  await db.transaction(async (tx) => {
    const added = await tx
      .insert(portalExports)
      .values({ id, actorId: viewer.id, createdAt: at })
      .onConflictDoNothing()
      .returning({ id: portalExports.id });
    if (added.length === 0) return;
    await recordEvent(tx, { type: "export.requested", actorId: viewer.id, data: { exportId: id }, at });
    await enqueue(tx, [{ name: "export-portal", data: { exportId: id } }]);
  });
}
