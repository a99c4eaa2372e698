import type { AskedTerm } from "./read-question";

/** Posts that have all of these terms are worth a closer look. */
export interface Lookup {
  terms: number[];
  weight: number;
}

/** What a question may cost: so many posts are looked at in passing, however many there are. */
const mostPosts = 4000;
const mostOfOne = 1500;
const mostLookups = 16;
const mostPairs = 6;

/**
 * Which posts to look at for a question: those with any of its rare terms, the most telling first, as long as
 * they are few; and those with two of its common ones.
 */
export function planLookups(asked: AskedTerm[], all: number): Lookup[] {
  const known = asked.filter(({ posts }) => posts > 0);
  const rare: AskedTerm[] = [];
  const common: AskedTerm[] = [];
  let budget = mostPosts;
  for (const term of known) {
    const isAffordable = term.posts <= Math.min(mostOfOne, budget) && rare.length < mostLookups;
    if (isAffordable) budget -= term.posts;
    (isAffordable ? rare : common).push(term);
  }
  const single = rare.map(({ term, weight }) => ({ terms: [term], weight }));
  if (common.length === 1 && rare.length === 0) return common.map(({ term, weight }) => ({ terms: [term], weight }));
  return [...single, ...pairs(common, all)];
}

/** The most telling common terms two by two, as far as few posts are to be expected. */
function pairs(common: AskedTerm[], all: number): Lookup[] {
  const found = common.flatMap((one, i) =>
    common.slice(i + 1).map((other) => ({
      terms: [one.term, other.term],
      weight: one.weight + other.weight,
      posts: (one.posts * other.posts) / Math.max(all, 1),
    })),
  );
  return found
    .sort((a, b) => a.posts - b.posts)
    .slice(0, mostPairs)
    .map(({ terms, weight }) => ({ terms, weight }));
}
