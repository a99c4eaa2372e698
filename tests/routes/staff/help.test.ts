import { eq, isNotNull, isNull, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { articleDrafts, articles, articleTexts, articleVersions, deliveries, events, helpSections } from "#db/schema";
import { origin, useApp } from "../../support/app";
import { addArticle, addSection, beginArticle, publishText } from "../../support/articles";
import { signedIn, type Visitor, words } from "../../support/browser";
import { cast } from "../../support/cast";
import { db, useDatabase } from "../../support/database";
import { enqueueNow, runJobs } from "../../support/jobs";

useDatabase();
useApp();

let people: Awaited<ReturnType<typeof cast<"mona" | "gus">>>;
let mona: Visitor;
let gus: Visitor;

beforeEach(async () => {
  people = await cast("mona", "gus");
  [mona, gus] = [await signedIn(people.mona), await signedIn(people.gus)];
});

test("sections are named, ordered and deleted, and their articles follow each other as the team says", async () => {
  const page = "/staff/help/sections";
  await addSection();
  const draft = { "names.en": "Data", "names.de": "Daten", "descriptions.en": "What you own.", icon: "shield" };
  expect((await mona.post(page, { ...draft, slug: "data" })).status).toBe(303);
  const taken = await mona.post(page, { ...draft, slug: "data" });
  expect([taken.status, words(taken).includes("Another section has this address.")]).toEqual([422, true]);
  const all = await db.select().from(helpSections).orderBy(helpSections.position);
  const [first, last] = [all[0], all.at(-1)];
  expect(last).toMatchObject({ names: { en: "Data", de: "Daten" }, descriptions: { en: "What you own." } });
  await mona.post(`${page}/${last?.id}/move`, { to: String(first?.id) });
  await mona.post(`${page}/${last?.id}/move`, { step: "down" });
  const order = await db.select({ id: helpSections.id }).from(helpSections).orderBy(helpSections.position);
  expect(order.map(({ id }) => id).slice(0, 2)).toEqual([first?.id, last?.id]);

  const section = last?.id ?? 0;
  const [one, two, three] = [
    await beginArticle(people.gus, { section, title: "First of all" }),
    await beginArticle(people.gus, { section, title: "Then this" }),
    await beginArticle(people.gus, { section, title: "At last" }),
  ];
  await mona.post(`${page}/${section}/articles/${three}/move`, { to: String(one) });
  await mona.post(`${page}/${section}/articles/${one}/move`, { step: "down" });
  const shown = [...(await mona.get(`${page}/${section}`)).html.matchAll(/data-number="(\d+)"/g)].map(([, id]) => id);
  expect(shown).toEqual([three, two, one].map(String));

  const empty = await addSection("Nothing");
  for (const id of [section, empty]) await mona.post(`${page}/${id}/delete`, {});
  expect((await mona.get(`${page}/${section}`)).status).toBe(200);
  expect((await mona.get(`${page}/${empty}`)).status).toBe(404);
  expect((await gus.get(page)).status).toBe(403);
});

test("a portal begins with twelve articles in every language, once", async () => {
  await db.insert(helpSections).values({ key: "getting_started", slug: "getting-started", icon: "flag", position: 1 });
  expect(words(await mona.get("/staff/help"))).toContain("12 ready-made articles");
  expect(words(await gus.get("/staff/help"))).not.toContain("ready-made");
  await Promise.all([mona.post("/staff/help/begin", {}), mona.post("/staff/help/begin", {})]);
  const counts = await Promise.all([articles, articleTexts, articleVersions].map((table) => db.$count(table)));
  expect(counts).toEqual([12, 36, 36]);
  expect((await mona.get("/staff/help")).html).not.toContain("/staff/help/begin");
  expect(words(await mona.get("/help/getting-started"))).toContain("How to create an account");
});

test("of two who write at once the second is shown the difference and loses nothing, and may save over it", async () => {
  const path = `/staff/help/${await beginArticle(people.gus)}`;
  const text = { language: "en", version: "0", title: "Sign in with a code", slug: "", wordings: "" };
  expect((await mona.post(path, { ...text, revision: "1", body: "We mail you seven digits." })).status).toBe(303);
  const late = await gus.post(path, { ...text, revision: "1", body: "We mail you six letters." });
  expect(late.status).toBe(409);
  expect(words(late)).toMatch(/Mona.*We mail you (seven digits|seven)/s);
  const ofField = (name: string) => late.document.querySelector<HTMLInputElement>(`[name=${name}]`)?.value;
  expect([ofField("body"), ofField("revision")]).toEqual(["We mail you six letters.", "2"]);
  const removed = [...late.document.querySelectorAll("del")].map(({ textContent }) => textContent).join(" ");
  expect(removed).toContain("seven");
  expect((await gus.post(path, { ...text, revision: "2", body: "We mail you six letters." })).status).toBe(303);
  expect(await db.select().from(articleDrafts)).toMatchObject([{ bodyMarkdown: "We mail you six letters." }]);
});

test("versions are compared and restored, and a translation shows what changed since, until it says so too", async () => {
  const number = await addArticle(people.mona, { body: "We mail you six digits." });
  const path = `/staff/help/${number}`;
  await publishText(people.mona, { number, language: "de", title: "Anmelden", body: "Sechs Ziffern." });
  await publishText(people.mona, { number, language: "en", version: 1, body: "We mail you eight digits." });
  const second = await gus.get(`${path}/versions/2`);
  expect([
    second.document.querySelector("del")?.textContent,
    second.document.querySelector("ins")?.textContent,
  ]).toEqual(["six", "eight"]);
  expect((await gus.get(`${path}/versions/3`)).status).toBe(404);
  const restored = await gus.post(`${path}/versions/1`, { language: "en", revision: "0", shown: "2" });
  expect(restored.status).toBe(303);
  expect(await db.select().from(articleDrafts)).toMatchObject([
    { bodyMarkdown: "We mail you six digits.", slug: "sign-in-with-a-code" },
  ]);

  const outdated = await gus.get(`${path}?language=de`);
  expect(outdated.document.querySelector("ins")?.textContent).toBe("eight");
  expect(words(await gus.get("/staff/help"))).toMatch(/Deutsch.*older/s);
  const german = { language: "de", version: "1", title: "Anmelden", slug: "", wordings: "" };
  await mona.post(path, { ...german, revision: "0", body: "Sechs Ziffern!" });
  expect((await gus.get(`${path}?language=de`)).document.querySelector("ins")?.textContent).toBe("eight");
  await mona.post(path, { ...german, revision: "1", body: "Acht Ziffern.", translates: "2" });
  expect((await gus.get(`${path}?language=de`)).document.querySelector("ins")).toBeNull();
});

test("who publishes sets a time on their own clock, and takes it back", async () => {
  const path = `/staff/help/${await beginArticle(people.gus)}`;
  const moment = "2099-05-01T09:30";
  expect((await gus.post(`${path}/schedule`, { language: "en", moment })).status).toBe(403);
  await mona.post(`${path}/schedule`, { language: "en", moment });
  expect(words(await mona.get("/staff/help?state=scheduled"))).toContain("Sign in with a code");
  expect((await mona.get(path)).html).toContain(`value="${moment}"`);
  await mona.post(`${path}/unschedule`, { language: "en" });
  expect(await db.select().from(articleDrafts)).toMatchObject([{ scheduledFor: null }]);
});

test("an owner is reminded once that it is time to look at an article again", async () => {
  const number = await addArticle(people.mona);
  const setUp = { section: String(await addSection()), audience: "public", owner: people.gus.id };
  const remind = async (at: string) => {
    await enqueueNow("remind-article-owners");
    await runJobs({ now: () => new Date(at) });
    return words(await gus.get("/me/notifications")).split("It is time to look at").length - 1;
  };
  await mona.post(`/staff/help/${number}/set-up`, { ...setUp, reviewOn: "2027-01-31" });
  expect(await remind("2027-01-30T09:00:00Z")).toBe(0);
  expect(await remind("2027-01-31T09:00:00Z")).toBe(1);
  expect(await remind("2027-02-01T09:00:00Z")).toBe(1);
  expect(await db.$count(deliveries, eq(deliveries.kind, "article-due"))).toBe(1);
  await mona.post(`/staff/help/${number}/set-up`, { ...setUp, reviewOn: "2027-06-30" });
  expect(await remind("2027-07-01T09:00:00Z")).toBe(2);
  expect(words(await mona.get("/me/notifications"))).not.toContain("It is time");
});

test("articles move out as Markdown and in again, byte for byte, once, and are taken back", async () => {
  const page = "/staff/help/moving";
  const body = '## Here\n\n---\n\n- one\n- two: "three"';
  const number = await addArticle(people.mona, {
    title: 'Find "the" export: now',
    body,
    wordings: "where is it\nis: it",
  });
  await publishText(people.mona, { number, language: "de", title: "Den Export finden", body: "Hier." });
  await addArticle(people.mona, { title: "Another one", audience: "members", section: await addSection("Data") });
  const take = async () => {
    const cookie = [...mona.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(new URL("/staff/help/articles.zip", origin()), { headers: { Cookie: cookie } });
    return Buffer.from(await response.arrayBuffer());
  };
  const bring = async (zip: Buffer) => {
    const sent = await mona.upload(`${page}/files`, { file: new File([new Uint8Array(zip)], "articles.zip") });
    return sent.location ?? "";
  };
  const write = async (path: string) => {
    await mona.post(`${path}/start`);
    await runJobs();
  };
  const zip = await take();
  const known = await bring(zip);
  expect(words(await mona.get(known))).toMatch(/new: 0.*changed: 0.*the same: 3/s);
  await write(known);
  expect(await db.$count(articleVersions)).toBe(3);

  await db.transaction(async (tx) => {
    // As in a portal that never had them; what happened is otherwise never forgotten.
    await tx.execute(sql`set local session_replication_role = 'replica'`);
    await tx.delete(events).where(isNotNull(events.articleId));
    for (const table of [articleTexts, articleVersions, articles]) await tx.delete(table);
  });
  const path = await bring(zip);
  expect(words(await mona.get(path))).toMatch(/new: 3/);
  expect(await db.$count(articles)).toBe(0);
  await write(path);
  await write(path);
  expect((await take()).equals(zip)).toBe(true);
  expect(await db.$count(articleVersions)).toBe(3);

  const [german] = await db.select().from(articleTexts).where(eq(articleTexts.language, "de"));
  const [again] = await db
    .select()
    .from(articles)
    .where(eq(articles.id, german?.articleId ?? ""));
  await publishText(people.mona, {
    number: again?.number ?? 0,
    language: "de",
    version: 1,
    title: "Neuer",
    body: "Da.",
  });
  await mona.post(`${path}/undo`);
  await runJobs();
  const left = await db.select().from(articles).where(isNull(articles.archivedAt));
  expect(left.map(({ id }) => id)).toEqual([again?.id]);
  expect(await db.select().from(articleTexts).where(eq(articleTexts.title, "Neuer"))).toHaveLength(1);

  expect(await bring(Buffer.from("PK no zip at all"))).toBe(page);
  expect((await mona.get(page)).html).toContain("This is no zip that we can read.");
  expect((await gus.get(page)).status).toBe(403);
});
