import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import type { Visibility } from "#db/schema/feedback/boards";
import { takeTurns } from "../take-turns.server";
import { countOf } from "./count-column.server";
import { isSeenBy } from "./seen-by.server";

/** Whoever takes terms out takes turns: of two who delete the last two posts with a term, the second has to see that. */
export async function takeTurnsAtForgetting(tx: Db): Promise<void> {
  await takeTurns(tx, "search_words");
}

interface Gone {
  word: string;
  /** How many posts less have it. */
  fewer: number;
}

/**
 * Takes terms out that no post has any more which those who see boards of this visibility see. What is counted is never
 * more than there is, so that only a term whose count has come to nought has to be looked for in the index.
 */
export async function forgetTerms(tx: Db, visibility: Visibility, gone: Gone[]): Promise<void> {
  if (gone.length === 0) return;
  await takeTurnsAtForgetting(tx);
  const count = countOf[visibility];
  const asked = sql`json_to_recordset(${JSON.stringify(gone)}::json) as gone (word text, fewer int)`;
  await tx.execute(sql`with held as materialized (
      select known.word, greatest(known.${count} - fewer, 0) as counted from ${asked} join search_words as known using (word)
      where known.${count} > 0 order by known.word for update of known
    ), left_over as materialized (
      select word, case when counted > 0 then counted else (
        select count(*) from search_documents
        where words @@ ('''' || held.word || '''')::tsquery and ${isSeenBy(visibility)}
      ) end as posts from held
    )
    update search_words set ${count} = left_over.posts from left_over where left_over.word = search_words.word`);
  await tx.execute(sql`delete from search_words using ${asked} where gone.word = search_words.word
    and public_posts + members_posts + staff_posts = 0`);
}
