import { eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { beforeEach, expect, test } from "vitest";
import { articleDrafts, articles, articleVersions, events } from "#db/schema";
import type { User } from "~/models/core/users/viewer";
import { articleSetUp } from "~/models/help/articles/draft";
import { findArticle } from "~/models/help/articles/find-article.server";
import { listNewestArticles, listSectionArticles } from "~/models/help/articles/list-articles.server";
import { scheduleArticle } from "~/models/help/articles/plan-article.server";
import { archiveArticle, publishArticle, restoreArticle } from "~/models/help/articles/publish-article.server";
import { createArticle, discardDraft, saveDraft, setUpArticle } from "~/models/help/articles/write-article.server";
import { deleteSection } from "~/models/help/sections/edit-sections.server";
import { listSections } from "~/models/help/sections/list-sections.server";
import { useApp } from "../../../support/app";
import { addArticle, addSection, beginArticle, publishText, textOf } from "../../../support/articles";
import { cast } from "../../../support/cast";
import { db, useDatabase } from "../../../support/database";
import { enqueueNow, runJobs } from "../../../support/jobs";

useDatabase();
useApp();

let people: Record<"mona" | "gus" | "milo" | "ben", User>;

beforeEach(async () => {
  people = await cast("mona", "gus", "milo", "ben");
});

const read = (number: number, viewer: User | null = null, language = "en") =>
  findArticle(db, { viewer, language, number });

test("nobody reads what is not published, and then those whom it is for", async () => {
  const { mona, gus, ben } = people;
  const number = await beginArticle(gus, { audience: "members" });
  expect(await read(number, mona)).toBeUndefined();
  await expect(publishArticle(db, { viewer: gus, number, language: "en", revision: 1 })).rejects.toMatchObject({
    code: "forbidden",
  });
  await publishArticle(db, { viewer: mona, number, language: "en", revision: 1 });
  expect(await read(number)).toBeUndefined();
  expect((await read(number, ben))?.text.bodyHtml).toContain("<strong>six digits</strong>");
  const count = async (viewer: User | null) => (await listSections(db, viewer))[0]?.count;
  expect([await count(null), await count(ben)]).toEqual([0, 1]);

  const setUp = articleSetUp.parse({ section: String(await addSection()), audience: "staff" });
  await setUpArticle(db, { viewer: gus, number, setUp });
  expect(await read(number, ben)).toBeUndefined();
  expect(await read(number, people.milo)).toBeDefined();
  await expect(setUpArticle(db, { viewer: people.milo, number, setUp })).rejects.toMatchObject({ code: "forbidden" });
  await archiveArticle(db, { viewer: mona, number });
  expect(await read(number, mona)).toBeUndefined();
  await restoreArticle(db, { viewer: mona, number });
  expect(await read(number, mona)).toBeDefined();
  await expect(deleteSection(db, { viewer: mona, id: await addSection() })).rejects.toMatchObject({
    code: "sectionUsed",
  });
});

test("of two who write at once, the second is told, and nothing of either is lost", async () => {
  const { mona, gus } = people;
  const number = await addArticle(mona);
  const from = { revision: 0, version: 1 };
  const save = (viewer: User, body: string, from: { revision: number; version: number }) =>
    saveDraft(db, { viewer, number, language: "en", draft: textOf({ body }), from });
  expect(await save(gus, "Gus writes.", from)).toEqual({ revision: 1 });
  await expect(save(mona, "Mona writes.", from)).rejects.toMatchObject({ code: "draftChangedMeanwhile" });
  // The same sent twice, as when an answer was lost.
  expect(await save(gus, "Gus writes.", from)).toEqual({ revision: 1 });
  expect(await save(mona, "Both write.", { revision: 1, version: 1 })).toEqual({ revision: 2 });
  await expect(publishArticle(db, { viewer: mona, number, language: "en", revision: 1 })).rejects.toMatchObject({
    code: "draftChangedMeanwhile",
  });
  await publishArticle(db, { viewer: mona, number, language: "en", revision: 2 });
  await expect(publishArticle(db, { viewer: mona, number, language: "en", revision: 2 })).rejects.toMatchObject({
    code: "nothingToPublish",
  });
  // Whoever still has the version before open is told as well.
  await expect(save(gus, "Gus goes on.", { revision: 2, version: 1 })).rejects.toMatchObject({
    code: "draftChangedMeanwhile",
  });
  const versions = await db.select().from(articleVersions).orderBy(articleVersions.version);
  expect(versions.map(({ bodyMarkdown }) => bodyMarkdown)).toEqual(["We mail you **six digits**.", "Both write."]);
  await save(gus, "Gus goes on.", { revision: 0, version: 2 });
  await discardDraft(db, { viewer: gus, number, language: "en" });
  expect((await read(number))?.text.bodyMarkdown).toBe("Both write.");
});

test("a form sent twice makes one article", async () => {
  const { gus } = people;
  const setUp = articleSetUp.parse({ section: String(await addSection()), audience: "public" });
  const form = { viewer: gus, id: uuid(), language: "en" as const, setUp, draft: textOf() };
  const [first, second] = [await createArticle(db, form), await createArticle(db, form)];
  expect(second).toEqual(first);
  expect(await db.$count(articles)).toBe(1);
  await expect(createArticle(db, { ...form, viewer: people.ben })).rejects.toMatchObject({ code: "forbidden" });
});

test("readers get their own language, or the one that it was written in; a translation knows what it is older than", async () => {
  const { mona } = people;
  const number = await addArticle(mona, { title: "Delete your account" });
  await publishText(mona, { number, language: "de", title: "Konto löschen" });
  const title = async (language: string) => (await read(number, null, language))?.text.title;
  expect([await title("de"), await title("ar"), await title("en")]).toEqual([
    "Konto löschen",
    "Delete your account",
    "Delete your account",
  ]);
  expect((await read(number, null, "de"))?.isOutdated).toBe(false);
  await publishText(mona, { number, language: "en", version: 1, title: "Delete your account", body: "Other words." });
  expect((await read(number, null, "de"))?.isOutdated).toBe(true);
  const listed = async (language: string) => {
    const asked = { viewer: null, language };
    const inSection = await listSectionArticles(db, { ...asked, sectionId: await addSection() }, 10);
    expect(await listNewestArticles(db, asked, 5)).toEqual(inSection);
    return inSection.map(({ title, language }) => [title, language]);
  };
  expect(await listed("de")).toEqual([["Konto löschen", "de"]]);
  expect(await listed("ar")).toEqual([["Delete your account", "en"]]);
});

test("what is scheduled is shown at its time, in the name of whoever still may", async () => {
  const { mona, gus } = people;
  const minutes = (count: number) => new Date(Date.now() + count * 60_000);
  const strikes = async (at: Date) => {
    await enqueueNow("publish-due-articles");
    await runJobs({ now: () => at });
  };
  const [first, second] = [await beginArticle(gus), await beginArticle(gus, { title: "Sign in by passkey" })];
  const schedule = (number: number, moment: Date | null) =>
    scheduleArticle(db, { viewer: mona, number, language: "en", for: moment });
  await expect(schedule(first, minutes(-1))).rejects.toMatchObject({ code: "momentPast" });
  await schedule(first, minutes(30));
  await schedule(second, minutes(30));
  await schedule(second, null);
  await strikes(minutes(29));
  expect(await read(first)).toBeUndefined();
  await strikes(minutes(31));
  expect(await read(first)).toBeDefined();
  expect(await read(second)).toBeUndefined();

  await schedule(second, minutes(30));
  await archiveArticle(db, { viewer: mona, number: second });
  await strikes(minutes(31));
  const [draft] = await db.select().from(articleDrafts);
  expect(draft).toMatchObject({ scheduledFor: null, refusal: { code: "articleArchived" } });
  expect(await db.$count(events, eq(events.type, "article.refused"))).toBe(1);
});
