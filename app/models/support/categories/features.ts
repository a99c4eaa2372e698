import { isUnspaced, type Word, wordsOf } from "../../core/search-index/words";
import { termNumber } from "../../core/wordings/term-number";

/** A word, two words that follow each other, or a few letters of a word, which do for its endings in any language. */
export type Kind = "word" | "pair" | "part";

export const kinds: Kind[] = ["word", "pair", "part"];

/** Something that texts are compared by. */
export interface Feature {
  kind: Kind;
  term: number;
  /** How often the text has it. */
  times: number;
  /** The words that have it, by their place in the list of the text's words. */
  words: number[];
}

/** To be raised whenever the rules here change; what was learned is then to be learned anew. */
export const featuresVersion = 1;

/** Characters; what a longer text is about is said at its beginning. */
const longestText = 2000;
/** Letters, with the space at either end of a word. */
const partLengths = [3, 4, 5];

/** The words of a text, in any language, each where it first stands; and what the text is compared by. */
export function featuresOf(text: string): { words: Word[]; features: Feature[] } {
  const all = wordsOf(text.slice(0, longestText));
  const words = new Map<string, { word: Word; place: number; times: number }>();
  for (const word of all) {
    const known = words.get(word.word);
    if (known) known.times += 1;
    else words.set(word.word, { word, place: words.size, times: 1 });
  }
  const features = new Map<string, Feature>();
  const add = (kind: Kind, letters: string, times: number, places: number[]) => {
    const key = `${kind} ${letters}`;
    const known = features.get(key);
    if (!known) features.set(key, { kind, term: termNumber(key), times, words: places });
    else {
      known.times += times;
      // Of a pair, and of a part that a word has twice, the words are known.
      if (kind === "part" && known.words.at(-1) !== places[0]) known.words.push(...places);
    }
  };
  for (const [letters, { place, times }] of words) {
    add("word", letters, times, [place]);
    for (const part of partsOf(letters)) add("part", part, times, [place]);
  }
  for (let i = 0; all.length > 0 && i <= all.length; i++) {
    const both = [all[i - 1]?.word ?? "", all[i]?.word ?? ""];
    const places = both.map((letters) => words.get(letters)?.place).filter((place) => place !== undefined);
    add("pair", both.join(" "), 1, places);
  }
  return { words: [...words.values()].map(({ word }) => word), features: [...features.values()] };
}

/** `card` has ` ca`, `car`, `ard`, `rd `, ` car` and so on; a word of a script without spaces is no more than two signs. */
function partsOf(word: string): string[] {
  if (isUnspaced(word)) return [];
  const letters = ` ${word} `;
  return partLengths.flatMap((length) =>
    Array.from({ length: Math.max(0, letters.length - length + 1) }, (_, i) => letters.slice(i, i + length)),
  );
}
