import { sql } from "drizzle-orm";
import { type Db, rows } from "#db/client.server";
import { visibilitiesFor } from "../boards/visible-boards.server";
import { countFor } from "../search-index/counted-words.server";
import { configurations } from "../search-index/language.server";
import type { Viewer } from "../users/viewer";

/** What the posts that a viewer may see know of a word. */
export interface LookedUp {
  /** In how many of them it stands; 0 where in none. */
  postCount: number;
  /** Whether any word begins with it. */
  isBeginning: boolean;
  /** The word without its endings, by each language that they are written in; and in how many posts that stands. */
  stems: { stem: string; postCount: number }[];
  /** One of those that carry no meaning. */
  isStopWord: boolean;
}

export const unknown: LookedUp = { postCount: 0, isBeginning: false, stems: [], isStopWord: false };

/** Sorts after every letter, so that what lies before it begins as asked. */
const lastLetter = "\u{10FFFF}";
const dictionaries = JSON.stringify(
  Object.entries(configurations).map(([language, name]) => ({ mark: `language=${language}`, name: `${name}_stem` })),
);

/**
 * Looks words up among all that the posts which this viewer may see are found by: nothing that is decided by this tells
 * of the others.
 */
export async function lookUpWords(db: Db, viewer: Viewer, words: Iterable<string>): Promise<Map<string, LookedUp>> {
  const asked = [...new Set(words)].filter((word) => word !== "");
  if (asked.length === 0) return new Map();
  const count = countFor(visibilitiesFor(viewer));
  // Asked for as equal it would be looked for in the index of what is alike, a hundred times as long.
  const countOf = (word: string) => sql.raw(`known.word ~>=~ ${word} and known.word ~<=~ ${word}`);
  const found = await rows<Row>(
    db,
    sql`with dictionary as materialized (
        select name::regdictionary from json_to_recordset(${dictionaries}::json) as one (mark text, name text)
        where exists (select from search_words as known where ${countOf("mark")} and ${count} > 0)
      ), asked as materialized (
        select word from json_array_elements_text(${JSON.stringify(asked)}::json) as one (word)
      ), lexized as materialized (
        select word, lexemes from asked, dictionary, lateral ts_lexize(name, word) as lexemes
      ), stemmed as (
        select word, stem, coalesce((select ${count} from search_words as known where ${countOf("stem")}), 0) as count
        from (select distinct word, stem from lexized, unnest(lexemes) as stem) as one
      )
      select word, coalesce((select ${count} from search_words as known where ${countOf("asked.word")}), 0) as count,
        exists (select from search_words as known where known.word ~>=~ asked.word
          and known.word ~<~ (asked.word || ${lastLetter}::text) and ${count} > 0) as begins,
        (select json_agg(json_build_object('stem', stem, 'postCount', count)) from stemmed
          where stemmed.word = asked.word) as stems,
        exists (select from lexized where lexized.word = asked.word and lexemes = '{}') as stop
      from asked`,
  );
  return new Map(
    found.map(({ word, count, begins, stems, stop }) => [
      word,
      { postCount: count, isBeginning: begins, stems: stems ?? [], isStopWord: stop },
    ]),
  );
}

type Row = { word: string; count: number; begins: boolean; stems: LookedUp["stems"] | null; stop: boolean };
