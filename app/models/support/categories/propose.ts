import type { Word } from "../../core/search-index/words";
import { type Classifier, type Evidence, sumOf } from "./classifier";
import { type Feature, featuresOf, type Kind } from "./features";

export interface Proposal {
  category: string;
  /** How likely it is the right one, from 0 to 1; all categories together have 1. */
  probability: number;
  /** The words of the text that speak most for it, as they are written there, the most telling first. */
  words: string[];
}

/** A feature of the text, what is known of it, and how much it counts beside the text's other features. */
interface Weighed {
  words: number[];
  evidence: Evidence;
  weight: number;
}

const mostProposals = 3;
const mostWords = 3;
/** Features of a text say much the same; as if they did not, likelihoods would be too far apart by this factor. */
const overconfidence = 2;

/** The likeliest categories of a text, the likeliest first; none where too little was learned, or the text has nothing known. */
export function propose(classifier: Classifier, text: string): Proposal[] {
  const { categories } = classifier;
  if (categories.length < 2) return [];
  const { words, features } = featuresOf(text);
  const weighed = weigh(classifier, features);
  if (weighed.length === 0) return [];
  const likely = probabilities(weighed, categories.length);
  const proposed = categories
    .map((category, index) => ({ category, index, probability: likely[index] ?? 0 }))
    .sort((a, b) => b.probability - a.probability || (a.category < b.category ? -1 : 1))
    .slice(0, mostProposals);
  const telling = tellingWords(
    weighed,
    proposed.map(({ index }) => index),
    words,
  );
  return proposed.map(({ category, probability }, i) => ({
    category,
    probability,
    words: (telling[i] ?? []).map(({ start, end }) => text.slice(start, end)),
  }));
}

/** Those of one kind count together as much in a long text as in a short one, and less where many are unknown. */
function weigh(classifier: Classifier, features: Feature[]): Weighed[] {
  const squares = { word: 0, pair: 0, part: 0 };
  const found: (Weighed & { kind: Kind })[] = [];
  for (const { kind, term, times, words } of features) {
    const evidence = classifier.evidenceOf(kind, term);
    const weight = (1 + Math.log(times)) * evidence.weight;
    squares[kind] += weight ** 2;
    if (evidence.scores.length > 0) found.push({ kind, words, evidence, weight });
  }
  for (const one of found) one.weight /= Math.sqrt(squares[one.kind]);
  return found;
}

/** Of each category. Rounded, since sums depend a little on the order of what is summed. */
function probabilities(weighed: Weighed[], count: number): number[] {
  const sums = new Array<number>(count).fill(0);
  for (const { evidence, weight } of weighed) {
    for (let i = 0; i < evidence.scores.length; i++) {
      const category = evidence.categories[i] ?? 0;
      sums[category] = (sums[category] ?? 0) + weight * (evidence.scores[i] ?? 0);
    }
  }
  const highest = Math.max(...sums);
  const odds = sums.map((sum) => Math.exp((sum - highest) / overconfidence));
  const total = sumOf(odds);
  return odds.map((one) => Math.round((1e6 * one) / total) / 1e6);
}

/** For each of these categories, the words that speak for it more than they do for categories on average. */
function tellingWords(weighed: Weighed[], categories: number[], words: Word[]): Word[][] {
  const sums = categories.map(() => new Array<number>(words.length).fill(0));
  for (const { words, evidence, weight } of weighed) {
    const add = (sum: number[], score: number) => {
      for (const place of words) sum[place] = (sum[place] ?? 0) + (weight * score) / words.length;
    };
    for (const sum of sums) add(sum, -evidence.average);
    for (let i = 0; i < evidence.scores.length; i++) {
      const sum = sums[categories.indexOf(evidence.categories[i] ?? -1)];
      if (sum) add(sum, evidence.scores[i] ?? 0);
    }
  }
  return sums.map((sum) =>
    words
      .map((word, place) => ({ word, score: sum[place] ?? 0 }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
      .slice(0, mostWords)
      .map(({ word }) => word),
  );
}
