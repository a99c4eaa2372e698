import { expect, test } from "vitest";
import { sharesOf } from "~/models/support/categories/learn";
import { readRows, writeRows } from "~/models/support/categories/rows";
import { examples, learnAll } from "./examples";

test("a model is the same after its way through JSON", () => {
  const model = learnAll(examples);
  expect(readRows(JSON.parse(JSON.stringify(writeRows(model))))).toEqual(model);
});

test("the rows of one example are its shares", () => {
  const { texts, shares } = writeRows(learnAll([{ text: "my card", category: "billing" }]));
  expect(texts).toEqual([{ category: "billing", texts: 1 }]);
  const expected = sharesOf("my card").map((row) => ({ ...row, category: "billing" }));
  expect(shares).toHaveLength(expected.length);
  expect(shares).toEqual(expect.arrayContaining(expected));
});
