import type { Report } from "./read-reports";

const saturation = 1.2;
const lengthWeight = 0.75;

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** What we measure ourselves against: BM25 as in the textbook over title and text, and nothing else. */
export function plainBm25(reports: Report[]): (question: string) => { id: string; score: number }[] {
  const postings = new Map<string, Map<number, number>>();
  const lengths = reports.map(({ title, text }, i) => {
    const words = wordsOf(`${title} ${text}`);
    for (const word of words) {
      const of = postings.get(word) ?? new Map<number, number>();
      of.set(i, (of.get(i) ?? 0) + 1);
      postings.set(word, of);
    }
    return words.length;
  });
  const average = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  return (question) => {
    const scores = new Map<number, number>();
    for (const word of wordsOf(question)) {
      const of = postings.get(word) ?? new Map<number, number>();
      const rarity = Math.log(1 + (reports.length - of.size + 0.5) / (of.size + 0.5));
      for (const [i, often] of of) {
        const long = 1 - lengthWeight + (lengthWeight * (lengths[i] ?? 0)) / average;
        const score = (rarity * often * (saturation + 1)) / (often + saturation * long);
        scores.set(i, (scores.get(i) ?? 0) + score);
      }
    }
    return [...scores].map(([i, score]) => ({ id: reports[i]?.id ?? "", score })).sort((a, b) => b.score - a.score);
  };
}
