import { asc, isNull, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { synonyms } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { isStaff } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";

/** More than anybody would read through; search goes by all of them. */
const mostListed = 1000;

const { id, language, words, origin, removedAt } = synonyms;

const isUsed: SQL = isNull(removedAt);

/** All of them, those that are removed as well, in the order of the alphabet. */
export async function listSynonyms(db: Db, viewer: User) {
  if (!isStaff(viewer)) throw new DomainError("forbidden");
  return db
    .select({ id, language, words, origin, isRemoved: sql<boolean>`${removedAt} is not null` })
    .from(synonyms)
    .orderBy(asc(language), asc(sql`lower(${words}[1])`), asc(id))
    .limit(mostListed);
}

/** Synonyms in use that have any of these keys. */
export async function findSynonyms(db: Db, keys: string[]): Promise<{ words: string[]; keys: string[] }[]> {
  if (keys.length === 0) return [];
  return db
    .select({ words, keys: synonyms.keys })
    .from(synonyms)
    .where(sql`${isUsed} and ${synonyms.keys} && ${keyArray(keys)}`)
    .limit(mostFound);
}

/** Meanings of one question. */
const mostFound = 40;

/** As PostgreSQL writes an array; keys hold letters and digits only. */
const keyArray = (keys: string[]): SQL => sql`array(select json_array_elements_text(${JSON.stringify(keys)}::json))`;
