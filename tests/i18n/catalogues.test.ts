import { expect, test } from "vitest";
import * as ar from "~/i18n/ar";
import * as de from "~/i18n/de";
import * as en from "~/i18n/en";
import { mergeTexts } from "~/i18n/merge";

type Tree = { [name: string]: string | Tree };

const plurals = /_(zero|one|two|few|many|other)$/;

/** `a.b.c` → text. */
function flatten(tree: Tree, prefix = ""): Map<string, string> {
  const pairs = Object.entries(tree).flatMap(([name, value]): [string, string][] =>
    typeof value === "string" ? [[prefix + name, value]] : [...flatten(value, `${prefix}${name}.`)],
  );
  return new Map(pairs);
}

const catalogues = { en: flatten(mergeTexts(en)), de: flatten(mergeTexts(de)), ar: flatten(mergeTexts(ar)) };
const stems = (catalogue: Map<string, string>) => new Set([...catalogue.keys()].map((key) => key.replace(plurals, "")));
const gaps = (text: string) => new Set(text.match(/\{\{\w+\}\}|\$t\([^)]*\)/g));

test.each(["de", "ar"] as const)("%s says everything that en says, and nothing else", (language) => {
  expect([...stems(catalogues[language])].sort()).toEqual([...stems(catalogues.en)].sort());
});

test.each(["en", "de", "ar"] as const)("%s has every plural form that its grammar asks for", (language) => {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const counted = [...stems(catalogues.en)].filter((stem) => catalogues.en.has(`${stem}_other`));
  expect(counted.length).toBeGreaterThan(3);
  for (const stem of counted) {
    for (const form of forms) expect(catalogues[language].has(`${stem}_${form}`), `${stem}_${form}`).toBe(true);
  }
});

test.each(["de", "ar"] as const)("%s fills in what en fills in", (language) => {
  for (const [key, text] of catalogues[language]) {
    const original = catalogues.en.get(key) ?? catalogues.en.get(key.replace(plurals, "_other")) ?? "";
    for (const gap of gaps(text)) expect([...gaps(original), "{{count}}"], key).toContain(gap);
    const droppable = plurals.test(key)
      ? ["{{count}}", "{{votes}}", "{{people}}", "{{posts}}", "{{shown}}", "{{characters}}"]
      : [];
    for (const gap of gaps(original)) if (!droppable.includes(gap)) expect([...gaps(text)], key).toContain(gap);
  }
});

test.each(["de", "ar"] as const)("%s is a translation, not a copy", (language) => {
  const same = [...catalogues[language]].filter(([key, text]) => catalogues.en.get(key) === text && text.length > 12);
  expect(same).toEqual([]);
});
