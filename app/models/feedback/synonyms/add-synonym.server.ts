import { and, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { synonyms } from "#db/schema";
import type { SynonymLanguage } from "#db/schema/feedback/synonyms";
import { cleanLine } from "../../core/text/clean";
import type { User } from "../../core/users/viewer";
import { synonymLimits } from "./draft";
import { saveSynonyms } from "./edit-synonyms.server";
import { keysOf } from "./keys.server";

interface AddSynonym {
  viewer: User;
  language: SynonymLanguage;
  word: string;
  /** What it means the same as. */
  other: string;
  at?: Date;
}

/** Lets search take a word for another, and for all that the other is taken for already. Throws `forbidden`. */
export async function addSynonym(db: Db, { viewer, language, word, other, at }: AddSynonym): Promise<void> {
  const keys = await keysOf(db, language, [other]);
  const [known] = await db
    .select({ id: synonyms.id, words: synonyms.words })
    .from(synonyms)
    .where(
      and(
        isNull(synonyms.removedAt),
        eq(synonyms.language, language),
        sql`${synonyms.keys} && array(select json_array_elements_text(${JSON.stringify(keys)}::json))`,
        sql`cardinality(${synonyms.words}) < ${synonymLimits.most}`,
      ),
    )
    .limit(1);
  const all = [...(known?.words ?? [other]), word].map(cleanLine);
  const words = [...new Map(all.map((one) => [one.toLowerCase(), one])).values()];
  if (words.length > 1) await saveSynonyms(db, { viewer, draft: { language, words }, id: known?.id, at });
}
