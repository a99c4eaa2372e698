import { wordsOf } from "../../core/search-index/words";
import { stopWords } from "../../core/wordings/stop-words";

export interface MergedTitles {
  duplicate: string;
  original: string;
}

/** What two titles call differently, in words as they were written. */
export interface Pair {
  words: [string, string];
  /** The same whichever of the two comes first. */
  key: string;
}

/** Titles that differ in more words have nothing to teach: they are other sentences. */
const mostWords = 3;
/** So many merges have to agree: one may be a whim. */
const fewestMerges = 2;

/** What several merges agree on; titles are of public posts only, since whoever searches would learn of the others. */
export function learnFrom(merged: MergedTitles[]): Pair[] {
  const found = new Map<string, { pair: Pair; merges: number }>();
  for (const titles of merged) {
    const pair = pairOf(titles);
    if (!pair) continue;
    const known = found.get(pair.key);
    if (known) known.merges++;
    else found.set(pair.key, { pair, merges: 1 });
  }
  return [...found.values()].filter(({ merges }) => merges >= fewestMerges).map(({ pair }) => pair);
}

/** Where all that two titles do not share is a word or a few in each, one after the other, these say the same. */
export function pairOf({ duplicate, original }: MergedTitles): Pair | undefined {
  const [a, b] = [tellingOf(duplicate), tellingOf(original)];
  const [inA, inB] = [new Set(a.map(({ word }) => word)), new Set(b.map(({ word }) => word))];
  const [one, other] = [differenceOf(a, inB), differenceOf(b, inA)];
  if (!one || !other) return;
  return { words: [one.text, other.text], key: [one.key, other.key].sort().join(" ") };
}

type Telling = { word: string; text: string; place: number };

/** Characters; titles are shorter. */
const longestTitle = 500;

const tellingOf = (title: string): Telling[] =>
  wordsOf(title.slice(0, longestTitle))
    .map(({ word, start, end }, place) => ({ word, text: title.slice(start, end), place }))
    .filter(({ word, text }) => !stopWords.has(word) && !stopWords.has(text.toLowerCase()));

function differenceOf(words: Telling[], other: Set<string>): { text: string; key: string } | undefined {
  const own = words.filter(({ word }) => !other.has(word));
  const [first] = own;
  if (!first || own.length > mostWords) return;
  if (own.some(({ place }, i) => place !== first.place + i)) return;
  return { text: own.map(({ text }) => text).join(" "), key: own.map(({ word }) => word).join("") };
}
