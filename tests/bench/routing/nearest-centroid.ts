import type { Example } from "~/models/support/categories/learn";

type Vector = Map<string, number>;

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** What we measure ourselves against: TF-IDF of words as in the textbook, and the cosine to the mean of each category. */
export function nearestCentroid(train: Example[]): (text: string) => string[] {
  const counts = train.map(({ text }) => countsOf(wordsOf(text)));
  const documents = countsOf(counts.flatMap((count) => [...count.keys()]));
  const rarity = (word: string) => Math.log((1 + train.length) / (1 + (documents.get(word) ?? 0))) + 1;
  const weigh = (count: Vector): Vector =>
    toUnit(new Map([...count].map(([word, times]) => [word, times * rarity(word)])));
  const sums = new Map<string, Vector>();
  for (const [i, { category }] of train.entries()) {
    const sum = sums.get(category) ?? new Map<string, number>();
    for (const [word, weight] of weigh(counts[i] ?? new Map())) sum.set(word, (sum.get(word) ?? 0) + weight);
    sums.set(category, sum);
  }
  const centroids = [...sums].map(([category, sum]) => ({ category, centroid: toUnit(sum) }));
  return (text) => {
    const asked = [...weigh(countsOf(wordsOf(text)))];
    return centroids
      .map(({ category, centroid }) => ({
        category,
        cosine: asked.reduce((sum, [word, weight]) => sum + weight * (centroid.get(word) ?? 0), 0),
      }))
      .sort((a, b) => b.cosine - a.cosine)
      .map(({ category }) => category);
  };
}

function countsOf(words: string[]): Vector {
  const counts: Vector = new Map();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function toUnit(vector: Vector): Vector {
  const length = Math.sqrt([...vector.values()].reduce((sum, weight) => sum + weight ** 2, 0)) || 1;
  return new Map([...vector].map(([word, weight]) => [word, weight / length]));
}
