import { expect, test } from "vitest";
import { prepare } from "~/models/support/categories/classifier";
import { featuresOf } from "~/models/support/categories/features";
import { learn } from "~/models/support/categories/learn";
import { propose } from "~/models/support/categories/propose";
import { learnAll } from "./examples";

const twice = (text: string, category: string) => [
  { text, category },
  { text, category },
];
const termOf = (word: string) => featuresOf(word).features[0]?.term ?? 0;

test("a term that fewer categories have weighs more, and one that all have alike weighs one", () => {
  const classifier = prepare(learnAll([...twice("my invoice", "a"), ...twice("my password", "b")]));
  expect(classifier.evidenceOf("word", termOf("my")).weight).toBeCloseTo(1);
  expect(classifier.evidenceOf("word", termOf("invoice")).weight).toBeCloseTo(1 + Math.log(2));
});

test("a term says more for a category the larger its share of the texts there", () => {
  const classifier = prepare(learnAll([...twice("card", "a"), ...twice("card and more words", "b")]));
  const [inA = 0, inB = 0] = classifier.evidenceOf("word", termOf("card")).scores;
  expect(inA).toBeGreaterThan(inB);
});

test("a category that is learned later is proposed once the classifier is made anew", () => {
  const model = learnAll([...twice("my invoice", "a"), ...twice("my password", "b")]);
  const classifier = prepare(model);
  for (const example of twice("my printer", "c")) learn(model, example);
  expect(propose(classifier, "my printer").map(({ category }) => category)).not.toContain("c");
  expect(propose(prepare(model), "my printer")[0]?.category).toBe("c");
});
