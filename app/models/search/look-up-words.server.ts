import { sql } from "drizzle-orm";
import { type Db, rows } from "#db/client.server";
import { visibilitiesFor } from "../boards/visible-boards.server";
import { countFor } from "../search-index/counted-words.server";
import { configurationOf } from "../search-index/language.server";
import type { Viewer } from "../users/viewer";

export interface KnownWord {
  word: string;
  postCount: number;
}

/** What the posts know of a word of the question. */
export interface LookedUp {
  word: string;
  /** In how many posts it stands; 0 where in none. */
  postCount: number;
  /** Whether any word begins with it. */
  isBeginning: boolean;
  /** Words like it, the likest first; looked for where it is rare and may be a typo. */
  near: KnownWord[];
}

/** Below this a word may be a typo that somebody else has made before. */
const rare = 3;
const mostNear = 20;
/** Shorter ones are like too many others: see ./distance.ts. */
const shortestTypo = 4;
/** Words of one question that are corrected: each costs as much as the rest of the search, and who pastes a log made no typos. */
const mostCorrected = 4;
/** Numbers, hashes and the like are looked for as they are. */
const manyDigits = "(\\d.*){3}";

/** Sorts after every letter, so that what lies before it begins as asked. */
const lastLetter = "\u{10FFFF}";

/** Looks words up among all words of the posts that this viewer may see; an open one may be the beginning of a word. */
export async function lookUpWords(
  db: Db,
  viewer: Viewer,
  words: { word: string; isOpen: boolean }[],
): Promise<Map<string, LookedUp>> {
  if (words.length === 0) return new Map();
  const count = countFor(visibilitiesFor(viewer));
  const found = await rows<Row>(
    db,
    sql`with asked as materialized (
        -- Asked for as equal it would be looked for in the index of what is alike, a hundred times as long.
        select word, open, coalesce((select ${count} from search_words as known
            where known.word ~>=~ asked.word and known.word ~<=~ asked.word), 0) as count,
          open and exists (select from search_words as known
            where known.word ~>=~ asked.word and known.word ~<~ (asked.word || ${lastLetter}::text)
              and ${count} > 0) as begins
        from json_to_recordset(${JSON.stringify(words.map(({ word, isOpen }) => ({ word, open: isOpen })))}::json)
          as asked (word text, open boolean)
      ), doubtful as (
        select *, count < ${rare} and length(word) >= ${shortestTypo} and word !~ ${manyDigits} as is_doubtful from asked
      ), judged as (
        select *, is_doubtful and count(*) filter (where is_doubtful) over (rows unbounded preceding) <= ${mostCorrected}
          as is_corrected
        from doubtful
      )
      select word, count, begins,
        case when is_corrected then (
          select json_agg(near) from (
            select known.word, ${count} as "postCount" from search_words as known
              where known.is_word and ${count} > 0 order by known.word <-> judged.word limit ${mostNear}) as near
        ) end as near
      from judged`,
  );
  return new Map(
    found.map(({ word, count, begins, near }) => [
      word,
      { word, postCount: count, isBeginning: begins, near: near ?? [] },
    ]),
  );
}

type Row = { word: string; count: number; begins: boolean; near: KnownWord[] | null };

/** Words without the endings of each language that posts are written in; none for those that carry no meaning. */
export interface Stems {
  stems: string[];
  isStopWord: boolean;
}

export async function findStems(db: Db, viewer: Viewer, words: string[]): Promise<Map<string, Stems>> {
  const dictionaries = await listDictionaries(db, viewer);
  if (dictionaries.length === 0 || words.length === 0) return new Map();
  const found = await rows<{ word: string; stems: string[] | null; stop: boolean | null }>(
    db,
    sql`select word, json_agg(distinct stem) filter (where stem is not null) as stems, bool_or(lexemes = '{}') as stop
      from json_array_elements_text(${JSON.stringify(words)}::json) as asked (word)
      cross join json_array_elements_text(${JSON.stringify(dictionaries)}::json) as dictionary (name)
      cross join lateral ts_lexize(name::regdictionary, word) as lexemes
      left join lateral unnest(lexemes) as stem on true
      group by word`,
  );
  return new Map(found.map(({ word, stems, stop }) => [word, { stems: stems ?? [], isStopWord: stop ?? false }]));
}

/** Of the languages that posts are written in, as far as this viewer may know. */
async function listDictionaries(db: Db, viewer: Viewer): Promise<string[]> {
  const found = await rows<{ word: string }>(
    db,
    sql`select word from search_words where word ~>=~ 'language=' and word ~<~ 'language>' and ${countFor(visibilitiesFor(viewer))} > 0`,
  );
  return found.flatMap(({ word }) => {
    const configuration = configurationOf(word.slice("language=".length));
    return configuration ? [`${configuration}_stem`] : [];
  });
}
