import type { Db } from "#db/client.server";
import { variantsOf } from "../../core/search-index/variants";
import { wordsOf } from "../../core/search-index/words";
import { findSynonyms } from "../../core/synonyms/read-synonyms.server";
import { mostWordsOfKey } from "../synonyms/keys.server";
import { wordOf } from "./forms";
import type { Term } from "./parse-question";
import type { Look } from "./wish-of";

/** Some words of a question, and what else means the same: each in its words. */
export interface Meaning {
  terms: Term[];
  others: string[][];
}

/** What the synonyms know of a question, whether it is said in one word or in several. */
export async function findMeanings(db: Db, terms: Term[], look: Look): Promise<Meaning[]> {
  const runs = runsOf(terms).map((run) => ({ run, keys: keysOfRun(run, look) }));
  const found = await findSynonyms(db, [...new Set(runs.flatMap(({ keys }) => keys))]);
  return runs.flatMap(({ run, keys }) =>
    found
      .filter((one) => one.keys.some((key) => keys.includes(key)))
      .map(({ words }) => ({ terms: run, others: othersOf(words, keys) }))
      .filter(({ others }) => others.length > 0),
  );
}

/** Each word, and those that stand one after the other. */
function runsOf(terms: Term[]): Term[][] {
  const runs: Term[][] = [];
  for (let from = 0; from < terms.length; from++) {
    for (let to = from + 1; to <= Math.min(from + mostWordsOfKey, terms.length); to++) {
      const run = terms.slice(from, to);
      if (run.every(({ isQuoted }) => !isQuoted)) runs.push(run);
    }
  }
  return runs;
}

/** As app/models/feedback/synonyms/keys.server.ts makes them; here in every language that posts are in. */
function keysOfRun(run: Term[], look: Look): string[] {
  let keys = [""];
  for (const term of run) {
    const forms = formsOfTerm(term, look);
    keys = keys.flatMap((key) => forms.map((form) => key + form)).slice(0, mostKeys);
  }
  return [...new Set(keys)].filter((key) => key.length > 1);
}

const mostKeys = 30;

function formsOfTerm(term: Term, look: Look): string[] {
  const word = wordOf(term);
  const stems = look(word).stems.map(({ stem }) => stem);
  return [...new Set([word, ...stems, ...variantsOf(word).slice(0, 1)])];
}

const othersOf = (words: string[], keys: string[]): string[][] =>
  words.map((one) => wordsOf(one).map(({ word }) => word)).filter((one) => !keys.includes(one.join("")));
