import { sql } from "drizzle-orm";
import { type Db, rows } from "#db/client.server";
import { countFor } from "../../core/search-index/count-column.server";
import { configurations } from "../../core/search-index/language.server";
import type { Viewer } from "../../core/users/viewer";
import { visibilitiesFor } from "../../core/users/visibilities";

/** How a word occurs in the posts that a viewer may see. */
export interface LookedUp {
  /** In how many of them it stands; 0 where in none. */
  postCount: number;
  /** Whether any word begins with it. */
  isBeginning: boolean;
  /**
   * The word without its endings, by each language that they are written in; and in how many posts that stands. What carries
   * no meaning in another of them is no such word: the German rules make `not` of `notes`.
   */
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

/** One post in so many: below that a language is what short texts of another were taken for. */
const rareLanguage = 1000;

/**
 * Looks words up among all that the posts which this viewer may see are found by: nothing that is decided by this tells
 * of the others. Those of `bare` are looked up as they stand, which costs a fraction.
 */
export async function lookUpWords(
  db: Db,
  viewer: Viewer,
  words: Iterable<string>,
  bare: Iterable<string> = [],
): Promise<Map<string, LookedUp>> {
  const full = new Set(words);
  const asked = [...new Set([...full, ...bare])].filter((word) => word !== "");
  if (asked.length === 0) return new Map();
  const count = countFor(visibilitiesFor(viewer));
  // Asked for as equal it would be looked for in the index of what is alike, a hundred times as long.
  const countOf = (word: string) => sql`(select ${count} from search_words as known
    where known.word ~>=~ ${sql.raw(word)} and known.word ~<=~ ${sql.raw(word)})`;
  const found = await rows<Row>(
    db,
    sql`with spoken as materialized (
        select name, coalesce(${countOf("mark")}, 0) as posts
        from json_to_recordset(${dictionaries}::json) as one (mark text, name text)
      ), dictionary as materialized (
        select name::regdictionary from spoken where posts > 0 and posts * ${rareLanguage} >= (select max(posts) from spoken)
      ), asked as materialized (
        select word, ends from json_to_recordset(${JSON.stringify(asked.map((word) => ({ word, ends: full.has(word) })))}::json)
          as one (word text, ends boolean)
      ), lexized as materialized (
        select word, lexemes from asked, dictionary, lateral ts_lexize(name, word) as lexemes where ends
      ), stemmed as materialized (
        select word, json_agg(json_build_object('stem', stem, 'postCount', coalesce(${countOf("stem")}, 0))) as stems
        from (select distinct word, stem from lexized, unnest(lexemes) as stem) as one
        where not exists (select from dictionary where ts_lexize(name, stem) = '{}') group by word
      ), stops as materialized (select distinct word from lexized where lexemes = '{}')
      select asked.word, coalesce(${countOf("asked.word")}, 0) as count,
        exists (select from search_words as known where known.word ~>=~ asked.word
          and known.word ~<~ (asked.word || ${lastLetter}::text) and ${count} > 0) as begins,
        stems, stops.word is not null as stop
      from asked left join stemmed on stemmed.word = asked.word left join stops on stops.word = asked.word`,
  );
  return new Map(
    found.map(({ word, count, begins, stems, stop }) => [
      word,
      { postCount: count, isBeginning: begins, stems: stems ?? [], isStopWord: stop },
    ]),
  );
}

type Row = { word: string; count: number; begins: boolean; stems: LookedUp["stems"] | null; stop: boolean };
