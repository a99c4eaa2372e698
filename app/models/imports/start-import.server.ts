import { and, eq, gt, isNull } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import type { Db } from "#db/client.server";
import { imports, posts } from "#db/schema";

export interface ImportRun {
  id: string;
  source: string;
  keepsNumbers: boolean;
}

/**
 * Notes that an import begins. Posts keep their numbers where there are no others, or where an earlier import of
 * the same source kept them.
 */
export async function startImport(db: Db, { source, format }: { source: string; format: string }): Promise<ImportRun> {
  const [other] = await db.select({ id: posts.id }).from(posts).where(gt(posts.number, 0)).limit(1);
  const keepsNumbers = !other || (await keptNumbersBefore(db, source));
  const id = uuid();
  await db.insert(imports).values({ id, source, format, keepsNumbers });
  return { id, source, keepsNumbers };
}

async function keptNumbersBefore(db: Db, source: string): Promise<boolean> {
  const [before] = await db
    .select({ id: imports.id })
    .from(imports)
    .where(and(eq(imports.source, source), eq(imports.keepsNumbers, true), isNull(imports.undoneAt)))
    .limit(1);
  return before !== undefined;
}
