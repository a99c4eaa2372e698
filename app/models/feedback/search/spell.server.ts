import { sql } from "drizzle-orm";
import { type Db, rows } from "#db/client.server";
import { countFor } from "../../core/search-index/count-column.server";
import type { Viewer } from "../../core/users/viewer";
import { visibilitiesFor } from "../../core/users/visibilities";
import { commonWords } from "./dictionary.server";
import { typosAllowed, typosBetween, typosToBeginning } from "./distance";

interface KnownWord {
  word: string;
  postCount: number;
}

/** A correction of a word that no post has. */
export interface Spelling {
  words: KnownWord[];
  /** Longer words that it is a part of: `Einstellungen` of `Benachrichtigungseinstellungen`. */
  wholes: string[];
  /** The word exists, though not here: it is taken for another only where nothing else is found. */
  isDoubtful: boolean;
}

const mostNear = 20;
/** Shorter ones stand by chance in many words. */
const shortestPart = 6;
/** Words of one question that are corrected: each costs as much as the rest of the search, and who pastes a log made no typos. */
const mostCorrected = 4;
/** Numbers, hashes and the like are looked for as they are. */
const manyDigits = /(\d.*){3}/;

export interface Misspelled {
  word: string;
  /** The word without its ending. */
  core: string;
  /** Somebody may still be typing it. */
  isOpen: boolean;
}

/** The words of posts that this viewer may see which are likest to those that were typed. */
export async function spell(db: Db, viewer: Viewer, misspelled: Misspelled[]): Promise<Map<string, Spelling>> {
  const asked = misspelled
    .filter(({ word }) => typosAllowed(word) > 0 && !manyDigits.test(word) && /^[\p{L}\p{M}\d]+$/u.test(word))
    .slice(0, mostCorrected);
  if (asked.length === 0) return new Map();
  const count = countFor(visibilitiesFor(viewer));
  const common = commonWords();
  const found = await rows<{ word: string; near: KnownWord[] | null; wholes: string[] | null }>(
    db,
    sql`select word, (select json_agg(near) from (
          select known.word, ${count} as "postCount" from search_words as known where known.is_word and ${count} > 0
          order by known.word <-> asked.word limit ${mostNear}) as near) as near,
        (select json_agg(whole) from (
          select known.word as whole from search_words as known
          where length(core) >= ${shortestPart} and known.is_word and ${count} > 0 and known.word like '%' || core || '%'
            and length(known.word) >= length(core) + ${shortestPart}
          limit ${mostNear}) as wholes) as wholes
      from json_to_recordset(${JSON.stringify(asked)}::json) as asked (word text, core text)`,
  );
  const open = new Set(asked.filter(({ isOpen }) => isOpen).map(({ word }) => word));
  const known = await common;
  return new Map(
    found.map(({ word, near, wholes }) => [
      word,
      { wholes: wholes ?? [], words: nearest(word, near ?? [], open.has(word)), isDoubtful: known.has(word) },
    ]),
  );
}

const mostMeant = 3;

/** Whoever makes a typo does not make it in the first letter; what begins otherwise is another word. */
function nearest(word: string, near: KnownWord[], isOpen: boolean): KnownWord[] {
  const allowed = typosAllowed(word);
  const judged = near
    .filter((one) => one.word !== word && one.word[0] === word[0])
    .map((one) => ({ ...one, typos: typosOf(word, one.word, isOpen) }))
    .filter(({ typos }) => typos <= allowed + 0.5)
    .sort((a, b) => a.typos - b.typos || b.postCount - a.postCount);
  return judged.filter(({ typos }) => typos === judged[0]?.typos).slice(0, mostMeant);
}

const typosOf = (word: string, known: string, isOpen: boolean): number =>
  Math.min(typosBetween(word, known), isOpen ? typosToBeginning(word, known) + 0.5 : 9);
