import { and, desc, eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { portalExports, users } from "#db/schema";
import { DomainError } from "../../../core/domain-error";
import { mayAdminister } from "../../../core/users/policy";
import type { Viewer } from "../../../core/users/viewer";
import { exportedTables } from "../tables.server";

const mostListed = 20;

/** The latest exports, the newest first; `total` is of tables, as `done`. */
export async function listExports(db: Db, viewer: Viewer) {
  if (!mayAdminister(viewer)) throw new DomainError("forbidden");
  const { id, createdAt, state, done, bytes, expiresAt } = portalExports;
  const found = await db
    .select({ id, createdAt, state, done, bytes, expiresAt, by: users.name })
    .from(portalExports)
    .leftJoin(users, eq(users.id, portalExports.actorId))
    .orderBy(desc(id))
    .limit(mostListed);
  return found.map((one) => ({ ...one, total: exportedTables.length }));
}

export type ListedExport = Awaited<ReturnType<typeof listExports>>[number];

/** An export that is complete and can be downloaded; undefined for any other id. Throws `forbidden`. */
export async function findReadyExport(db: Db, viewer: Viewer, id: string) {
  if (!mayAdminister(viewer)) throw new DomainError("forbidden");
  const { createdAt, bytes } = portalExports;
  const [found] = await db
    .select({ createdAt, bytes })
    .from(portalExports)
    .where(and(eq(portalExports.id, id), eq(portalExports.state, "ready")));
  return found;
}
