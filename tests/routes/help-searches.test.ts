import { beforeEach, expect, test } from "vitest";
import { articleDrafts, articles, articleTexts, searches } from "#db/schema";
import type { User } from "~/models/core/users/viewer";
import { useApp } from "../support/app";
import { addArticle, publishText } from "../support/articles";
import { signedIn, Visitor, words } from "../support/browser";
import { addBoard, cast, idea, post } from "../support/cast";
import { db, useDatabase } from "../support/database";

useDatabase();
useApp();

let people: Record<"mona" | "gus" | "ben", User>;

beforeEach(async () => {
  people = await cast("mona", "gus", "ben");
});

const came = (q: string, outcome: string) => new Visitor().post("/search/outcome", { q, outcome });
const rowsOf = (page: { document: Document }) =>
  [...page.document.querySelectorAll("main li > p:first-child")].map((row) => row.textContent);

test("what is searched in vain is listed by its meaning, of nobody, and until somebody has seen to it", async () => {
  for (const q of ["Invoice download", "download invoices", "download  INVOICES", "Dark mode"])
    await came(q, "nothing");
  for (const outcome of ["found", "found", "found", "opened"]) await came("export", outcome);
  for (const outcome of ["found", "opened"]) await came("import", outcome);
  // What may tell of somebody is not kept, nor what says nothing.
  for (const q of [
    "ben@example.com",
    "call 0151 234 56",
    "token a8f3k2l9q0",
    "https://x.example",
    "how is it",
    "x".repeat(101),
  ])
    await came(q, "nothing");
  expect((await came("export", "anything")).status).not.toBe(204);
  expect(Object.keys((await db.select().from(searches))[0] ?? {}).sort()).toEqual([
    "day",
    "found",
    "language",
    "meaning",
    "nothing",
    "opened",
    "question",
  ]);

  const [gus, ben] = [await signedIn(people.gus), await signedIn(people.ben)];
  const page = await gus.get("/staff/help/searches");
  expect(rowsOf(page)).toEqual(["download invoices3 times", "dark mode1 time"]);
  expect(words(page)).toContain("Also: invoice download");
  expect(rowsOf(await gus.get("/staff/help/searches?kind=unopened"))).toEqual(["export2 times"]);
  const write = page.document.querySelector<HTMLAnchorElement>('a[href*="title=download"]')?.getAttribute("href") ?? "";
  const begun = await gus.get(write);
  expect(begun.document.querySelector<HTMLInputElement>("[name=title]")?.value).toBe("download invoices");
  expect(begun.document.querySelector("[name=wordings]")?.textContent).toBe("invoice download");
  await gus.post("/staff/help/searches/settle", { question: "dark mode" });
  expect(rowsOf(await gus.get("/staff/help/searches"))).toEqual(["download invoices3 times"]);
  expect((await ben.get("/staff/help/searches")).status).toBe(403);
  expect((await ben.post("/staff/help/searches/settle", { question: "download invoices" })).status).toBe(403);
});

test("a search becomes a wording: at once by whoever publishes, without making a translation old, else in the draft", async () => {
  const number = await addArticle(people.mona, { title: "Get your receipts", wordings: "my receipt" });
  await publishText(people.mona, { number, language: "de", title: "Belege holen" });
  await came("invoices", "nothing");
  const [mona, gus] = [await signedIn(people.mona), await signedIn(people.gus)];
  const path = "/staff/help/searches/wording?q=invoices";
  expect(words(await gus.get(path))).toContain("Get your receipts");
  const wording = { language: "ar", article: String(number) };
  expect((await mona.post(path, { ...wording, wording: " " })).status).toBe(422);
  expect((await mona.post(path, { ...wording, wording: "Invoices" })).location).toBe("/staff/help/searches");
  expect((await gus.post(path, { ...wording, wording: "bills" })).status).toBe(303);
  // Twice is once.
  await mona.post(path, { ...wording, wording: "invoices" });
  const texts = await db.select().from(articleTexts).orderBy(articleTexts.language);
  expect(texts.map(({ version, translationOf, wordings }) => ({ version, translationOf, wordings }))).toEqual([
    { version: 1, translationOf: 2, wordings: [] },
    { version: 2, translationOf: null, wordings: ["my receipt", "Invoices"] },
  ]);
  const [draft] = await db.select().from(articleDrafts);
  expect(draft?.wordings).toEqual(["my receipt", "Invoices", "bills"]);
  expect(await db.$count(searches)).toBe(0);
  await db.update(articles).set({ archivedAt: new Date() });
  expect((await mona.post(path, { ...wording, wording: "fees" })).status).toBe(409);
});

test("a search becomes a synonym, and search goes by it at once", async () => {
  const { mona, gus } = people;
  await post(mona, idea(await addBoard(), { title: "Dark colours at night" }));
  const [agent, maintainer] = [await signedIn(gus), await signedIn(mona)];
  expect(words(await agent.get("/search?q=gloaming"))).toContain("Nothing was found");
  const path = "/staff/help/searches/synonym?q=gloaming";
  await came("gloaming", "nothing");
  const synonym = { language: "en", word: "gloaming", other: "dark" };
  expect((await maintainer.post(path, { ...synonym, other: "" })).status).toBe(422);
  expect((await agent.post(path, synonym)).location).toBe("/staff/help/searches");
  expect(words(await agent.get("/search?q=gloaming"))).toContain("Dark colours at night");
  await agent.post(path, { ...synonym, word: "dusky", other: "gloaming" });
  expect(words(await agent.get("/staff/synonyms"))).toContain("dark · gloaming · dusky");
  expect(await db.$count(searches)).toBe(0);
});

test("articles stand before the posts that were found, for whom they are for, and where no filter narrows the search", async () => {
  await addArticle(people.mona, { title: "Colours at night", body: "Choose **dark** in the menu." });
  await addArticle(people.mona, { title: "Dark colours of ours", audience: "staff" });
  await post(people.mona, idea(await addBoard(), { title: "Dark colours" }));
  const anybody = new Visitor();
  const page = await anybody.get("/search?q=dark+colour");
  const links = [...page.document.querySelectorAll("search-results li h2 a")].map((link) => link.getAttribute("href"));
  expect(links).toEqual(["/help/articles/1/colours-at-night", "/posts/1/dark-colours"]);
  expect(page.document.querySelector("search-results li:first-child")?.innerHTML).toContain("Colours</mark>");
  expect(page.html).not.toContain("of ours");
  expect((await anybody.get("/search?q=dark+colour&kind=idea")).html).not.toContain("/help/articles");
  expect((await (await signedIn(people.gus)).get("/search?q=dark+colour")).html).toContain("of ours");
  const similar = await (await signedIn(people.ben)).post(
    "/posts/similar",
    { title: "dark colour" },
    { Accept: "application/json" },
  );
  expect(similar.html).toContain("/help/articles/1/colours-at-night");
  expect(similar.html).not.toContain("of-ours");
});
