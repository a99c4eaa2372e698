import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import type { User, Viewer } from "~/models/core/users/viewer";
import { synonymsDraft } from "~/models/feedback/synonyms/draft";
import { saveSynonyms } from "~/models/feedback/synonyms/edit-synonyms.server";
import { bandOf } from "~/models/help/answers/bands";
import { findAnswers } from "~/models/help/answers/find-answers.server";
import { openIndex } from "~/models/help/answers/open-index.server";
import { Postings } from "~/models/help/answers/postings";
import { archiveArticle, restoreArticle } from "~/models/help/articles/publish-article.server";
import { useApp } from "../../../support/app";
import { addArticle, beginArticle, publishText } from "../../../support/articles";
import { cast } from "../../../support/cast";
import { db, useDatabase } from "../../../support/database";

useDatabase();
useApp();

let people: Record<"mona" | "ben", User>;

beforeEach(async () => {
  people = await cast("mona", "ben");
});

const ask = (question: string, viewer: Viewer = null, language = "en") =>
  findAnswers(db, { viewer, language, question, most: 3 });

const titles = async (...asked: Parameters<typeof ask>) => (await ask(...asked)).map(({ title }) => title);

test("people find what they may read, by its words, other wordings, typos and what means the same", async () => {
  const { mona, ben } = people;
  const body = "Open your profile.\n\nChoose **Data**, then remove everything. It takes a week.";
  const number = await addArticle(mona, { title: "Erasing your account", body, wordings: "close my profile for good" });
  await addArticle(mona, { title: "Paying by invoice", body: "We send a bill each month." });
  await addArticle(mona, { title: "Handling refunds", body: "Ask finance for the secret form.", audience: "staff" });
  await beginArticle(mona, { title: "Deleting the account of somebody else" });
  for (const question of [
    "How do I delete my account?",
    "close profile",
    "erasng accuont",
    "removing it takes a week?",
  ])
    expect(await titles(question), question).toEqual(["Erasing your account"]);
  expect(await titles("refunds form")).toEqual([]);
  expect(await titles("refunds form", ben)).toEqual([]);
  expect(await titles("refunds form", mona)).toEqual(["Handling refunds"]);
  expect(await titles("weather in Lisbon tomorrow")).toEqual([]);
  expect(await ask("   ")).toEqual([]);
  const [found] = await ask("remove everything from my profile");
  expect(found).toMatchObject({ number, passage: expect.stringContaining("then remove everything") });
});

test("what is published, archived and brought back is found, or not, at once; in the reader's language where it is there", async () => {
  const { mona } = people;
  const number = await addArticle(mona, { title: "Erasing your account", body: "Open the settings." });
  expect(await titles("lighthouse keeper")).toEqual([]);
  await publishText(mona, {
    number,
    language: "en",
    version: 1,
    title: "Erasing your account",
    body: "Call the lighthouse keeper.",
  });
  expect(await titles("lighthouse keeper")).toEqual(["Erasing your account"]);
  await publishText(mona, { number, language: "de", title: "Konto löschen", body: "Rufe den Leuchtturmwärter an." });
  expect(await titles("wie kann ich mein konto entfernen", null, "de")).toEqual(["Konto löschen"]);
  expect(await titles("lighthouse keeper", null, "ar")).toEqual(["Erasing your account"]);
  await archiveArticle(db, { viewer: mona, number });
  expect(await titles("lighthouse keeper")).toEqual([]);
  await restoreArticle(db, { viewer: mona, number });
  expect(await titles("lighthouse keeper")).toEqual(["Erasing your account"]);
});

test("what means the same in a portal is found at once", async () => {
  const { mona } = people;
  await addArticle(mona, { title: "Erasing your account", body: "Open the settings." });
  expect(await titles("how do I do a phoenix reset")).toEqual([]);
  const draft = synonymsDraft.parse({ language: "en", words: "phoenix reset\nerasing" });
  await saveSynonyms(db, { viewer: mona, draft });
  expect(await titles("how do I do a phoenix reset")).toEqual(["Erasing your account"]);
});

test("only an article that says what was asked, and says much more of it than the next one, is sure", async () => {
  const index = await openIndex("en");
  const topics = ["invoice", "profile", "library", "password", "calendar", "printer", "newsletter", "keyboard"];
  for (const topic of topics)
    index.put({
      id: topic,
      title: `How to change the ${topic} settings`,
      wordings: [],
      body: `Open the ${topic} page.`,
    });
  const bandFor = (question: string) => {
    const { found, asked } = index.rank(question, 10);
    return { first: found[0]?.id, band: bandOf(found, { asked }) };
  };
  expect(bandFor("how to change the printer settings on the printer page")).toEqual({ first: "printer", band: "sure" });
  expect(bandFor("change settings")).toMatchObject({ band: "unsure" });
  expect(bandFor("how is the weather on the moon")).toMatchObject({ band: "unsure" });
  index.take("printer");
  expect(bandFor("how to change the printer settings on the printer page")).toMatchObject({ band: "unsure" });
});

test("texts that came and went leave nothing behind", () => {
  const words = fc.array(fc.nat(3), { maxLength: 6 });
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(5), words)), fc.uniqueArray(fc.nat(5)), (added, removed) => {
      const [used, anew] = [new Postings(), new Postings()];
      for (const [text, said] of added) used.add(text, said);
      for (const text of removed) used.remove(text);
      for (const [text, said] of new Map(added)) if (!removed.includes(text)) anew.add(text, said);
      const scores = (postings: Postings) => {
        const found = new Float64Array(6);
        postings.score(
          [0, 1, 2, 3].map((word) => ({ word, telling: 1 })),
          1,
          found,
        );
        return [...found].map((score) => score.toFixed(9));
      };
      expect(scores(used)).toEqual(scores(anew));
      expect(used.count).toBe(anew.count);
    }),
  );
});
