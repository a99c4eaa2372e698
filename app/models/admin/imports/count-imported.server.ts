import { eq, sql } from "drizzle-orm";
import { type Db, rows } from "#db/client.server";
import { type ImportedKind, importedKind, importSources } from "#db/schema";

export type ImportedCounts = Record<ImportedKind | "people", number>;

/** How many of each kind an import brought, also in parts, and of how many people they are. */
export async function countImported(db: Db, importId: string): Promise<ImportedCounts> {
  const found = await db
    .select({ kind: importSources.kind, count: sql<number>`count(*)::int` })
    .from(importSources)
    .where(eq(importSources.importId, importId))
    .groupBy(importSources.kind);
  const byKind = new Map(found.map(({ kind, count }) => [kind, count]));
  const counts = Object.fromEntries(importedKind.enumValues.map((kind) => [kind, byKind.get(kind) ?? 0]));
  const [people] = await rows<{ count: number }>(
    db,
    sql`with came as (select kind, our_id from import_sources where import_id = ${importId})
      select count(*)::int as count from (
        select our_id from came where kind in ('vote', 'follow')
        union select author_id from posts where id in (select our_id from came where kind = 'post')
        union select author_id from comments where id in (select our_id from came where kind = 'comment')
      ) as people`,
  );
  return { ...(counts as Record<ImportedKind, number>), people: people?.count ?? 0 };
}
