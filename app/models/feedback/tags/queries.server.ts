import { asc, eq, inArray } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { tags } from "#db/schema";
import type { TagColor } from "#db/schema/feedback/boards";

export interface Tag {
  id: number;
  slug: string;
  name: string;
  color: TagColor;
}

const columns = { id: tags.id, slug: tags.slug, name: tags.name, color: tags.color };

export async function listTags(db: Db): Promise<Tag[]> {
  return db.select(columns).from(tags).orderBy(asc(tags.name));
}

export async function findTagId(db: Db, slug: string): Promise<number | undefined> {
  const [tag] = await db.select({ id: tags.id }).from(tags).where(eq(tags.slug, slug));
  return tag?.id;
}

/** Which of `ids` exist: ascending, each once. */
export async function existingTagIds(db: Db, ids: number[]): Promise<number[]> {
  if (ids.length === 0) return [];
  const found = await db.select({ id: tags.id }).from(tags).where(inArray(tags.id, ids)).orderBy(asc(tags.id));
  return found.map((tag) => tag.id);
}
