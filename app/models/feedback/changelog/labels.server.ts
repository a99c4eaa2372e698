import { asc, inArray } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { entryLabels } from "#db/schema";
import type { TagColor } from "#db/schema/feedback/boards";

export interface Label {
  id: number;
  slug: string;
  /** Null for those that are called by their slug, in each reader's language. */
  name: string | null;
  color: TagColor;
}

/** All labels, in the order in which they were made. */
export async function listLabels(db: Db): Promise<Label[]> {
  const { id, slug, name, color } = entryLabels;
  return db.select({ id, slug, name, color }).from(entryLabels).orderBy(asc(id));
}

/** Which of `ids` exist: ascending, each once. */
export async function existingLabelIds(db: Db, ids: number[]): Promise<number[]> {
  if (ids.length === 0) return [];
  const { id } = entryLabels;
  const found = await db.select({ id }).from(entryLabels).where(inArray(id, ids)).orderBy(asc(id));
  return found.map((label) => label.id);
}
