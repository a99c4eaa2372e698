import fc from "fast-check";
import { expect, test } from "vitest";
import { prepare } from "~/models/support/categories/classifier";
import { emptyModel } from "~/models/support/categories/learn";
import { propose } from "~/models/support/categories/propose";
import { examples, learnAll } from "./examples";

const classifier = prepare(learnAll(examples));

test.each([
  ["Why was I charged two times?", "billing", "charged"],
  ["meine RECHNUNGEN stimmen nicht", "billing", "RECHNUNGEN"],
  ["ما هي الفاتورة الجديدة؟", "billing", "الفاتورة"],
  ["发票呢", "billing", "发票"],
  ["Forgot my Password", "login", "Password"],
  ["Das Anmelden klappt nicht", "login", "Anmelden"],
  ["كيف أغير كلمة المرور", "login", "المرور"],
  ["我的密码", "login", "密码"],
  ["printers are broken", "printing", "printers"],
  ["Der Ausdruck hat leere Seiten", "printing", "leere"],
])("%s is %s because of %s", (text, category, word) => {
  const [first] = propose(classifier, text);
  expect(first?.category).toBe(category);
  expect(first?.probability).toBeGreaterThan(0.4);
  expect(first?.words).toContain(word);
});

test("a text of which nothing is known gets no proposal", () => {
  expect(propose(classifier, "ξζψ")).toEqual([]);
  expect(propose(classifier, "")).toEqual([]);
});

test("a text of which little is known gets no sure one", () => {
  const [first] = propose(classifier, "Hello, what is the weather like tomorrow?");
  expect(first?.probability).toBeLessThan(0.6);
});

test("nothing is proposed before two categories have two examples each", () => {
  const ask = (some: typeof examples) => propose(prepare(learnAll(some)), "My invoice and my password");
  const of = (category: string, count: number) =>
    examples.filter((example) => example.category === category).slice(0, count);
  expect(propose(prepare(emptyModel()), "My invoice")).toEqual([]);
  expect(ask(of("billing", 9))).toEqual([]);
  expect(ask([...of("billing", 9), ...of("login", 1)])).toEqual([]);
  expect(ask([...of("billing", 9), ...of("login", 2)]).map(({ category }) => category)).toEqual(["login", "billing"]);
});

test("a category with many examples does not swallow one with few", () => {
  const many = Array.from({ length: 50 }, () => examples.filter(({ category }) => category === "billing")).flat();
  const few = examples.filter(({ category }) => category !== "billing");
  expect(propose(prepare(learnAll([...many, ...few])), "My mail shows the wrong password")[0]?.category).toBe("login");
});

const anyText = fc.oneof(
  fc.string({ unit: "grapheme" }),
  fc.array(fc.constantFrom(...examples.map(({ text }) => text)), { maxLength: 4 }).map((some) => some.join(" ")),
);

test("at most three proposals, sorted, with likelihoods that make no more than one", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const likely = propose(classifier, text).map(({ probability }) => probability);
      expect(likely.length).toBeLessThanOrEqual(3);
      expect(likely).toEqual(likely.toSorted((a, b) => b - a));
      expect(likely.reduce((sum, one) => sum + one, 0)).toBeLessThan(1.0001);
      for (const one of likely) expect(one).toBeGreaterThanOrEqual(0);
    }),
  );
});

test("the words are at most three, and each stands in the text as it is written", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const { words } of propose(classifier, text)) {
        expect(words.length).toBeLessThanOrEqual(3);
        for (const word of words) expect(text).toContain(word);
        expect(new Set(words).size).toBe(words.length);
      }
    }),
  );
});

test("the order of examples changes no proposal", () => {
  const shuffled = fc.shuffledSubarray(examples, { minLength: examples.length });
  fc.assert(
    fc.property(shuffled, anyText, (list, text) => {
      expect(propose(prepare(learnAll(list)), text)).toEqual(propose(classifier, text));
    }),
    { numRuns: 30 },
  );
});
