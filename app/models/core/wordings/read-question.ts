import { averageOf, type Totals } from "./averages";
import { impactOf, readWording, type Text, type Wording } from "./weigh-terms";

export interface AskedTerm {
  term: number;
  word: string;
  /** In how many posts it is. */
  posts: number;
  /** Its share of what the question says: a post that says all of it in the same way comes to 1. */
  weight: number;
}

/** A long text is asked by what tells most in it. */
const mostAsked = 40;
const titleWeight = 3;

export const readQuestion = (question: Text): Wording => readWording(question);

/** The terms of a question that tell most, the most telling first. */
export function weighQuestion(question: Wording, counts: Map<number, number>, totals: Totals): AskedTerm[] {
  const average = averageOf(totals);
  const asked = [...question.counts].map(([term, { inTitle, inText, word }]) => {
    const posts = counts.get(term) ?? 0;
    const often = (inTitle > 0 ? titleWeight : 0) + (inText > 0 ? 1 + Math.log(inText) : 0);
    const weight = often * rarity(posts, totals.posts);
    return { term, word, posts, weight, own: weight * impactOf({ inTitle, inText }, question, average) };
  });
  const telling = asked.sort((a, b) => b.weight - a.weight).slice(0, mostAsked);
  const all = telling.reduce((sum, { own }) => sum + own, 0);
  return telling.map(({ own, ...term }) => ({ ...term, weight: term.weight / all }));
}

/** How much a term that so many of all posts have tells, by the formula of BM25. */
const rarity = (posts: number, all: number): number =>
  Math.log(1 + (Math.max(all, posts) - posts + 0.5) / (posts + 0.5));
