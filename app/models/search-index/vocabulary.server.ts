import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { isUnspaced, wordsOf } from "./words";

const statementLength = 5000;

/**
 * Adds words that are new. Known ones are left alone: a count at each writing would make all who write wait for
 * those who use the same words.
 */
export async function learnWords(tx: Db, texts: string[]): Promise<void> {
  const found = new Set(texts.flatMap((text) => wordsOf(text).map(({ word }) => word)));
  // In one order for everybody, so that no two wait for each other.
  const words = [...found].filter(isTelling).sort();
  for (let i = 0; i < words.length; i += statementLength) {
    const some = JSON.stringify(words.slice(i, i + statementLength));
    await tx.execute(sql`insert into search_words (word)
      select word from json_array_elements_text(${some}::json) as new (word) order by word on conflict do nothing`);
  }
}

const isTelling = (word: string): boolean => word.length > 1 && word.length <= 40 && !isUnspaced(word);

/** Counts every word anew, and forgets those that no post has any more. */
export async function refreshVocabulary(db: Db): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local statement_timeout = '10min'`);
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('search_words', 0))`);
    await tx.execute(sql`create temporary table counted_words on commit drop as
      select word, ndoc as post_count from ts_stat('select words from search_documents')
      where word !~ '=' and length(word) between 2 and 40`);
    await tx.execute(sql`create unique index on counted_words (word)`);
    await tx.execute(sql`update search_words set post_count = counted_words.post_count from counted_words
      where counted_words.word = search_words.word and search_words.post_count <> counted_words.post_count`);
    await tx.execute(sql`delete from search_words
      where not exists (select from counted_words where counted_words.word = search_words.word)`);
  });
  await db.execute(sql`analyze search_words, search_documents`);
}
