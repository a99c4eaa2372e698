import { expect, test } from "vitest";
import { planLookups } from "~/models/core/wordings/plan-lookups";

const all = 100_000;
const asked = (...posts: number[]) => posts.map((posts, i) => ({ term: i + 1, word: "", posts, weight: 1 / (i + 1) }));
const termsOf = (...posts: number[]) => planLookups(asked(...posts), all).map(({ terms }) => terms);

test("posts with a rare word are looked at, and unknown words cost nothing", () => {
  expect(termsOf(3, 0, 900)).toEqual([[1], [3]]);
});

test("a common word is looked up only together with another, the rarest pair first", () => {
  expect(termsOf(20, 30_000, 5000, 10_000)).toEqual([[1], [3, 4], [2, 3], [2, 4]]);
  expect(termsOf(30_000, 50_000)).toEqual([[1, 2]]);
});

test("a question of one common word is answered all the same", () => {
  expect(termsOf(30_000)).toEqual([[1]]);
});

test("however many rare words there are, few posts are looked at", () => {
  const many = Array.from({ length: 40 }, () => 1000);
  const posts = planLookups(asked(...many), all).filter(({ terms }) => terms.length === 1).length * 1000;
  expect(posts).toBe(4000);
  expect(planLookups(asked(...many.map(() => 1)), all).length).toBeLessThanOrEqual(16 + 6);
});
