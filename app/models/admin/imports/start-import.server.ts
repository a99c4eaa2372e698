import { and, eq, gt, isNull } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import type { Db } from "#db/client.server";
import { imports, posts } from "#db/schema";

export interface ImportRun {
  id: string;
  source: string;
  keepsNumbers: boolean;
}

interface StartImport {
  /** One that has begun under this id goes on. */
  id?: string;
  source: string;
  format: string;
}

/**
 * Notes that an import begins. Posts keep their numbers where there are no others, or where an earlier import of
 * the same source kept them.
 */
export async function startImport(db: Db, { id = uuid(), source, format }: StartImport): Promise<ImportRun> {
  const columns = { id: imports.id, source: imports.source, keepsNumbers: imports.keepsNumbers };
  const [begun] = await db.select(columns).from(imports).where(eq(imports.id, id));
  if (begun) return begun;
  const [other] = await db.select({ id: posts.id }).from(posts).where(gt(posts.number, 0)).limit(1);
  const keepsNumbers = !other || (await keptNumbersBefore(db, source));
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
