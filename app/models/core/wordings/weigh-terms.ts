import type { Lengths } from "./averages";
import { termNumber } from "./term-number";
import { termsOf } from "./terms";

/** To be raised whenever the rules here or in ./terms.ts change; posts are then weighed anew. */
export const wordingVersion = 1;

export interface Text {
  title: string;
  text: string;
}

export interface Wording extends Lengths {
  /** By term: how often it is in the title, how often in the text. */
  counts: Map<number, { inTitle: number; inText: number; word: string }>;
}

/** The beginning of a long report says what it is about; the rest is logs. */
const mostTerms = 96;
/** Characters of a title that are read. */
const longestTitle = 1000;

/** The terms of a post, each once, in the order in which they appear, the title's first. */
export function readWording({ title, text }: Text): Wording {
  const counts: Wording["counts"] = new Map();
  const add = (words: string, field: "inTitle" | "inText") => {
    const terms = termsOf(words);
    for (const { stem, word } of terms) {
      const term = termNumber(stem);
      const count = counts.get(term) ?? { inTitle: 0, inText: 0, word };
      count[field] += 1;
      counts.set(term, count);
    }
    return terms.length;
  };
  return { titleLength: add(title.slice(0, longestTitle), "inTitle"), textLength: add(text, "inText"), counts };
}

/** The first terms of a wording and how much each says about it. */
export function weighTerms(wording: Wording, average: Lengths): { term: number; impact: number }[] {
  return [...wording.counts].slice(0, mostTerms).map(([term, count]) => ({
    term,
    impact: impactOf(count, wording, average),
  }));
}

/** BM25F with the usual numbers: a word in the title counts as three, and long texts say less with each word. */
const titleWeight = 3;
const saturation = 1.2;
const lengthWeight = 0.75;

export function impactOf({ inTitle, inText }: { inTitle: number; inText: number }, own: Lengths, average: Lengths) {
  const title = inTitle / (1 - lengthWeight + lengthWeight * (own.titleLength / average.titleLength));
  const text = inText / (1 - lengthWeight + lengthWeight * (own.textLength / average.textLength));
  const often = titleWeight * title + text;
  return (often * (saturation + 1)) / (often + saturation);
}
