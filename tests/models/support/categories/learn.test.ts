import fc from "fast-check";
import { expect, test } from "vitest";
import { featuresOf } from "~/models/support/categories/features";
import { emptyModel, learn, sharesOf, unlearn } from "~/models/support/categories/learn";
import { examples, learnAll } from "./examples";

const example = fc.record({
  text: fc.oneof(fc.constantFrom(...examples.map(({ text }) => text)), fc.string({ unit: "grapheme", maxLength: 40 })),
  category: fc.constantFrom("a", "b", "__proto__"),
});
const some = fc.array(example, { maxLength: 8 });

test("the order in which examples come makes no difference", () => {
  const shuffled = some.chain((list) =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
  );
  fc.assert(
    fc.property(shuffled, ([list, other]) => {
      expect(learnAll(other)).toEqual(learnAll(list));
    }),
  );
});

test("what is learned and taken back leaves the model as it was", () => {
  fc.assert(
    fc.property(some, some, (kept, taken) => {
      const model = learnAll([...kept, ...taken]);
      for (const one of taken) unlearn(model, one);
      expect(model).toEqual(learnAll(kept));
    }),
  );
});

test("a long text adds no more to its category than a short one", () => {
  const sum = (text: string) =>
    sharesOf(text)
      .filter(({ kind }) => kind === "word")
      .reduce((total, { share }) => total + share, 0);
  expect(sum("card")).toBe(1_000_000);
  expect(sum("my card was charged again and again")).toBeCloseTo(1_000_000, -2);
});

test("a term counts as often as the text has it, and has one row", () => {
  const [first] = featuresOf("card card my").features;
  const rows = sharesOf("card card my").filter(({ term }) => term === first?.term);
  expect(rows).toEqual([{ kind: "word", term: first?.term, share: 666_667 }]);
});

test("of a category of which nothing was learned, nothing can be taken back", () => {
  const model = emptyModel();
  learn(model, { text: "card", category: "billing" });
  expect(() => unlearn(model, { text: "card", category: "login" })).toThrow("Nothing was learned of category login.");
});
