import { desc, eq, lt, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { imports, importUploads, users } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { mayAdminister } from "../../core/users/policy";
import type { Viewer } from "../../core/users/viewer";
import { stateOf } from "./import-state";
import type { UploadFault, UploadReport } from "./uploads/report";

const onPage = 30;

const eitherId = sql<string>`coalesce(${importUploads.id}, ${imports.id})`;

const columns = {
  id: eitherId,
  fileName: importUploads.fileName,
  by: users.name,
  upload: importUploads.state,
  done: importUploads.done,
  total: importUploads.total,
  fault: sql<UploadFault | null>`${importUploads.fault}`,
  source: imports.source,
  format: sql<string | null>`coalesce(${imports.format}, ${importUploads.report} ->> 'format')`,
  counts: imports.counts,
  at: sql<number>`(extract(epoch from coalesce(${importUploads.createdAt}, ${imports.startedAt})) * 1000)::float8`,
  finishedAt: imports.finishedAt,
  undoAskedAt: imports.undoAskedAt,
  undoneAt: imports.undoneAt,
};

/** Imports and files on their way to be some, the newest first, from before the one that is named. */
export async function listImports(db: Db, viewer: Viewer, before?: string) {
  if (!mayAdminister(viewer)) throw new DomainError("forbidden");
  const found = await db
    .select(columns)
    .from(importUploads)
    .fullJoin(imports, eq(imports.id, importUploads.id))
    .leftJoin(users, eq(users.id, importUploads.actorId))
    .where(before ? lt(eitherId, before) : undefined)
    .orderBy(desc(eitherId))
    .limit(onPage + 1);
  const shown = found.slice(0, onPage).map((one) => ({ ...one, state: stateOf(one) }));
  return { imports: shown, next: found.length > onPage ? shown.at(-1)?.id : undefined };
}

/** One of them, with what a dry run found in its file. Throws `notFound`. */
export async function findImport(db: Db, viewer: Viewer, id: string) {
  if (!mayAdminister(viewer)) throw new DomainError("forbidden");
  const [found] = await db
    .select({ ...columns, choices: importUploads.choices, report: sql<UploadReport | null>`${importUploads.report}` })
    .from(importUploads)
    .fullJoin(imports, eq(imports.id, importUploads.id))
    .leftJoin(users, eq(users.id, importUploads.actorId))
    .where(eq(eitherId, id));
  if (!found) throw new DomainError("notFound");
  return { ...found, state: stateOf(found) };
}

export type ListedImport = Awaited<ReturnType<typeof listImports>>["imports"][number];
export type FoundImport = Awaited<ReturnType<typeof findImport>>;
