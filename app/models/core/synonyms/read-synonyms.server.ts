import { asc, isNull, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { synonyms } from "#db/schema";

const isUsed: SQL = isNull(synonyms.removedAt);

/** All synonyms in use, a list for each meaning. */
export async function readSynonyms(db: Db): Promise<string[][]> {
  const all = await db.select({ words: synonyms.words }).from(synonyms).where(isUsed).orderBy(asc(synonyms.id));
  return all.map(({ words }) => words);
}

/** Synonyms in use that have any of these keys. */
export async function findSynonyms(db: Db, keys: string[]): Promise<{ words: string[]; keys: string[] }[]> {
  if (keys.length === 0) return [];
  return db
    .select({ words: synonyms.words, keys: synonyms.keys })
    .from(synonyms)
    .where(sql`${isUsed} and ${synonyms.keys} && ${keyArray(keys)}`)
    .limit(mostFound);
}

/** Meanings of one question. */
const mostFound = 40;

/** As PostgreSQL writes an array; keys hold letters and digits only. */
const keyArray = (keys: string[]): SQL => sql`array(select json_array_elements_text(${JSON.stringify(keys)}::json))`;
