import { asc, isNull } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { synonyms } from "#db/schema";

/** All synonyms in use, a list for each meaning. */
export async function readSynonyms(db: Db): Promise<string[][]> {
  const all = await db
    .select({ words: synonyms.words })
    .from(synonyms)
    .where(isNull(synonyms.removedAt))
    .orderBy(asc(synonyms.id));
  return all.map(({ words }) => words);
}
