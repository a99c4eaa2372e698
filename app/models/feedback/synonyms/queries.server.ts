import { asc, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { synonyms } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { isStaff } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";

/** More than anybody would read through; search goes by all of them. */
const mostListed = 1000;

const { id, language, words, origin, removedAt } = synonyms;

/** All of them, those that are removed as well, in the order of the alphabet. */
export async function listSynonyms(db: Db, viewer: User) {
  if (!isStaff(viewer)) throw new DomainError("forbidden");
  return db
    .select({ id, language, words, origin, isRemoved: sql<boolean>`${removedAt} is not null` })
    .from(synonyms)
    .orderBy(asc(language), asc(sql`lower(${words}[1])`), asc(id))
    .limit(mostListed);
}
