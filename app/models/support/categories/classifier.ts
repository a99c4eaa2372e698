import type { Kind } from "./features";
import { type Model, millionths } from "./learn";

/** What a term says of categories. */
export interface Evidence {
  /** From 1, where all categories have it alike, and the more the fewer have it. */
  weight: number;
  /** The categories that have it, by their place in the classifier's list. */
  categories: number[];
  /** How much more likely it is in each of these than elsewhere, as a natural logarithm; in all others 0. */
  scores: number[];
  /** Of the scores of all categories. */
  average: number;
}

/** A model made ready for asking, to be made anew once the model has learned or unlearned something. */
export interface Classifier {
  /** Those that may be proposed. */
  categories: string[];
  evidenceOf(kind: Kind, term: number): Evidence;
}

/** What was learned from one text may be a whim; such categories are not proposed. */
const fewestTexts = 2;
/** The smaller, the more a term speaks for a category that has it beside those that do not. */
const smoothing = 2;
/** Texts that a category is thought to have beside those learned, so that a few texts alone say less. */
const unseenTexts = 1;

/** How many terms a model knows of each kind. */
type Sizes = Record<Kind, number>;

const sizesOf = ({ shares }: Model): Sizes => ({
  word: shares.word.size,
  pair: shares.pair.size,
  part: shares.part.size,
});

/**
 * A classifier by naive Bayes over the shares that terms have of the texts of each category, where a term weighs the more the
 * fewer categories share it. Takes hardly any time: what terms say is worked out when it is asked for, and kept. Where the
 * model is no more than the terms of one text, `sizes` are those of the whole.
 */
export function prepare(model: Model, sizes = sizesOf(model)): Classifier {
  const asked = [...model.texts].filter(([, texts]) => texts >= fewestTexts);
  const categories = asked.map(([category]) => category);
  const indexes = new Map(categories.map((category, i) => [category, i]));
  const read = (kind: Kind, term: number): Evidence => {
    const having: number[] = [];
    const shares: number[] = [];
    for (const [category, sum] of model.shares[kind].get(term) ?? []) {
      const i = indexes.get(category);
      if (i === undefined) continue;
      having.push(i);
      shares.push(sum / millionths / ((asked[i]?.[1] ?? 0) + unseenTexts));
    }
    const usual = smoothing / sizes[kind];
    const scores = shares.map((share) => Math.log(1 + share / usual));
    const average = sumOf(scores) / categories.length;
    return { weight: sharpness(shares, categories.length), categories: having, scores, average };
  };
  const kept = { word: new Map(), pair: new Map(), part: new Map() } satisfies Record<Kind, Map<number, Evidence>>;
  const evidenceOf = (kind: Kind, term: number) => {
    const known = kept[kind].get(term);
    // What no category has is said by any text; it would be kept without end.
    if (known || !model.shares[kind].has(term)) return known ?? read(kind, term);
    const evidence = read(kind, term);
    kept[kind].set(term, evidence);
    return evidence;
  };
  return { categories, evidenceOf };
}

/** By how much the term lowers the entropy of categories, and one. */
function sharpness(shares: number[], categories: number): number {
  const total = sumOf(shares);
  const entropy = sumOf(shares.map((share) => -(share / total) * Math.log(share / total)));
  return 1 + Math.log(categories) - entropy;
}

export const sumOf = (numbers: number[]): number => numbers.reduce((sum, number) => sum + number, 0);
