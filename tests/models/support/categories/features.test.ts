import { expect, test } from "vitest";
import { featuresOf } from "~/models/support/categories/features";

const countOf = (text: string) => {
  const counts = { word: 0, pair: 0, part: 0 };
  for (const { kind, times } of featuresOf(text).features) counts[kind] += times;
  return counts;
};

test("a text has its words, its pairs of neighbours with the ends, and the parts of its words", () => {
  // " my ": 2 of three letters, 1 of four. " card ": 4 of three, 3 of four, 2 of five.
  expect(countOf("My card")).toEqual({ word: 2, pair: 3, part: 12 });
});

test("nothing has no features", () => {
  expect(featuresOf(" ?! ")).toEqual({ words: [], features: [] });
});

test("case and accents make no difference", () => {
  const terms = (text: string) => featuresOf(text).features.map(({ term }) => term);
  expect(terms("Überfällig")).toEqual(terms("uberfallig"));
});

test("a word that comes again counts again, and is listed where it first stands", () => {
  const { words, features } = featuresOf("card, my Card");
  expect(words.map(({ start, end }) => [start, end])).toEqual([
    [0, 4],
    [6, 8],
  ]);
  expect(features[0]).toMatchObject({ kind: "word", times: 2, words: [0] });
});

test("a part that two words have points to both", () => {
  const shared = featuresOf("card cart").features.filter(({ words }) => words.join() === "0,1");
  // " ca", "car", " car", and the two as a pair.
  expect(shared.map(({ kind }) => kind)).toEqual(["part", "part", "part", "pair"]);
});

test("in a script without spaces, two signs are a word and have no parts", () => {
  expect(countOf("发票金额")).toEqual({ word: 3, pair: 4, part: 0 });
});

test("what comes after two thousand characters is not read", () => {
  const beginning = "word ".repeat(400);
  expect(featuresOf(`${beginning}more`)).toEqual(featuresOf(beginning));
});
