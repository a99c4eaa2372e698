import { JSDOM } from "jsdom";
import { expect, test } from "vitest";
import { languages, wordsIn } from "~/i18n";
import { samples, writeSample } from "../../emails/samples";
import type { Mail } from "../../emails/words";

const names = Object.keys(samples);
const all = names.flatMap((name) => languages.map((language) => [name, language] as const));

async function write(name: string, language: (typeof languages)[number]): Promise<Mail & { document: Document }> {
  const mail = await writeSample(name, wordsIn(language, { timeZone: "Europe/Berlin" }));
  if (!mail) throw new Error(`There is no sample of ${name}.`);
  return { ...mail, document: new JSDOM(mail.html).window.document };
}

test.each(all)(
  "%s in %s is whole: every word is there, and nothing that Postgres or a header refuses",
  async (...of) => {
    const { subject, html, text } = await write(...of);
    for (const part of [subject, html, text]) {
      expect(part).not.toMatch(/mail\.\w|\{\{|undefined|\[object|null|NaN/);
      expect(part).not.toContain("\0");
    }
    expect(subject).not.toMatch(/[\r\n]/);
  },
);

test.each(all)("the text of %s in %s says what its HTML says, with every address", async (...of) => {
  const { document, text } = await write(...of);
  const flat = text.replace(/[>\s]+/g, " ");
  for (const link of document.querySelectorAll("a:not(p[data-skip-in-text] a)")) {
    expect(flat).toContain(link.getAttribute("href"));
    expect(flat).toContain(link.textContent?.trim());
  }
  for (const heading of document.querySelectorAll("h1, h2")) expect(flat).toContain(heading.textContent);
  expect(text).not.toMatch(/<\w|\n{4}/);
});

const ownWords = (document: Document): string[] => {
  const walker = document.createTreeWalker(document.body, 4);
  const texts: string[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode.nodeValue?.trim() ?? "");
  return texts.filter((text) => /[a-z]{4}/i.test(text));
};

test.each(names)("nothing of %s is left in English for those who read something else", async (name) => {
  const told =
    /Dark mode|Export stops|Keyboard|J and K|Mona|Ben|Cleo|Dave|Web app|Groundswell|tablet|Android|Follow|Settings|charts|on the web|Thank you, that|Same here|prefers|changes at once|limit was meant|I spend|I cannot export|The export stops|1,000 rows|whichever format|which browser|^It is in$|^under$|First for the list/i;
  const english = new Set(ownWords((await write(name, "en")).document));
  // The same word in German.
  english.delete("Roadmap");
  for (const language of ["de", "ar"] as const) {
    const kept = ownWords((await write(name, language)).document).filter(
      (text) => english.has(text) && !told.test(text),
    );
    expect(kept).toEqual([]);
  }
});

test("dates are those of the reader's clock", async () => {
  const at = (timeZone: string) => wordsIn("en", { timeZone }).moment("2026-11-20T23:05:00Z");
  expect(at("UTC")).toBe("November 20, 2026 at 11:05 PM UTC");
  expect(at("Asia/Tokyo")).toBe("November 21, 2026 at 8:05 AM");
  expect(wordsIn("de", { timeZone: "Asia/Tokyo" }).day("2026-11-20T23:05:00Z")).toBe("21. November 2026");
});
