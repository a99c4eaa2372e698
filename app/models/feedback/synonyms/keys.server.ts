import { sql } from "drizzle-orm";
import { type Db, rows } from "#db/client.server";
import type { SynonymLanguage } from "#db/schema/feedback/synonyms";
import { configurationOf } from "../../core/search-index/language.server";
import { variantsOf } from "../../core/search-index/variants";
import { wordsOf } from "../../core/search-index/words";

/** Of how many words of a question one meaning may consist. */
export const mostWordsOfKey = 4;

/**
 * What words are recognised by in a question: as they stand and without their endings, with nothing between them, so that
 * "hot keys", "hot-keys" and "hotkey" are one.
 */
export async function keysOf(db: Db, language: SynonymLanguage, all: string[]): Promise<string[]> {
  const said = all.map((one) => wordsOf(one).map(({ word }) => word));
  const stems = await stemsOf(db, language, said.flat());
  const keys = said.flatMap((words) => {
    const bare = words.length === 1 ? variantsOf(words[0] ?? "") : [];
    return [words.join(""), words.map((word) => stems.get(word) ?? word).join(""), ...bare];
  });
  return [...new Set(keys)].filter((key) => key.length > 1);
}

async function stemsOf(db: Db, language: SynonymLanguage, words: string[]): Promise<Map<string, string>> {
  const found = await rows<{ word: string; stem: string | null }>(
    db,
    sql`select word, (ts_lexize(${`${configurationOf(language)}_stem`}::regdictionary, word))[1] as stem
      from json_array_elements_text(${JSON.stringify([...new Set(words)])}::json) as one (word)`,
  );
  return new Map(found.flatMap(({ word, stem }) => (stem ? [[word, stem]] : [])));
}
