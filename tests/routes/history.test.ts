import { sql } from "drizzle-orm";
import { Piscina } from "piscina";
import { beforeEach, expect, test, vi } from "vitest";
import { events, portalExports, posts, revisions } from "#db/schema";
import { requestExport } from "~/models/admin/exports/runs/request-export.server";
import type { User } from "~/models/core/users/viewer";
import { editPost } from "~/models/feedback/posts/edit-post.server";
import { useApp } from "../support/app";
import { type Page, signedIn, Visitor, words } from "../support/browser";
import { addBoard, cast, idea, post } from "../support/cast";
import { db, useDatabase } from "../support/database";
import { enqueueNow, runJobs } from "../support/jobs";

useDatabase();
useApp();

let people: Record<"ada" | "ben" | "cleo" | "milo", User>;

beforeEach(async () => {
  people = await cast("ada", "ben", "cleo", "milo");
  await post(people.ben, idea(await addBoard(), { title: "Dark mode", body: "First words." }));
});

const edit = (body: string, viewer = people.ben) =>
  editPost(db, { viewer, number: 1, edit: { kind: "idea", title: "Dark mode", body } });

/** What somebody changed before changes were compared. */
const addUncompared = (count: number, text: string) =>
  db.execute(sql`insert into revisions (post_id, editor_id, before)
    select (select id from posts), ${people.ben.id}, jsonb_build_object('body', ${text}::text || i)
    from generate_series(1, ${count}::int) as i`);

const history = (query = "") => new Visitor().get(`/posts/1/history${query}`);
const marks = (page: Page, name: "ins" | "del") =>
  [...page.document.querySelectorAll(name)].map((mark) => mark.textContent?.trim());

test("two hundred changes of 200 kB cost a reader neither a comparison nor much of a page", async () => {
  await addUncompared(200, "word ".repeat(40_000));
  const compare = vi.spyOn(Piscina.prototype, "run");
  const began = process.cpuUsage();
  const page = await history();
  const { user } = process.cpuUsage(began);
  expect(compare).not.toHaveBeenCalled();
  compare.mockRestore();
  expect(page.status).toBe(200);
  expect(page.html.length).toBeLessThan(300_000);
  // The parsing of the page by this test is part of it.
  expect(user / 1000).toBeLessThan(3000);
  const older = page.document.querySelector("a[rel=next]")?.getAttribute("href") ?? "";
  expect((await history(older)).html.length).toBeLessThan(300_000);
});

test("large changes that are compared fill a page, and those that do not fit stand on the next", async () => {
  await addUncompared(20, "word");
  const diff = { body: [["+", "word ".repeat(3900)]] };
  await db.update(revisions).set({ diff: diff as never });
  const page = await history();
  expect(page.html.length).toBeLessThan(150_000);
  expect(marks(page, "ins").length).toBeLessThan(5);
  expect(page.document.querySelector("a[rel=next]")).not.toBeNull();
});

test("what changed is compared once, when it changes, and shown in pages that leave nothing out", async () => {
  for (let i = 1; i <= 43; i++) await edit(`Words number ${i}.`);
  const stored = await db.select({ diff: revisions.diff }).from(revisions);
  expect(stored.filter(({ diff }) => diff === null)).toEqual([]);
  const seen: (string | undefined)[] = [];
  for (let query: string | null | undefined = ""; query !== undefined && query !== null; ) {
    const page: Page = await history(query);
    const shown = marks(page, "ins");
    expect(shown.length).toBeLessThanOrEqual(20);
    seen.push(...shown);
    query = page.document.querySelector("a[rel=next]")?.getAttribute("href");
  }
  expect(seen.slice(0, 42)).toEqual(Array.from({ length: 42 }, (_, i) => `${43 - i}`));
});

test("what was changed before that is shown as it was and as it became, until a job has compared it", async () => {
  await addUncompared(1, "Words of old ");
  await db.update(posts).set({ bodyMarkdown: "Words of today 1" });
  const plain = await history();
  expect([marks(plain, "del"), marks(plain, "ins")]).toEqual([["Words of old 1"], ["Words of today 1"]]);
  await enqueueNow("compare-revisions");
  await runJobs({}, { only: "compare-revisions" });
  const compared = await history();
  expect([marks(compared, "del"), marks(compared, "ins")]).toEqual([["old"], ["today"]]);
});

test("a small change of a large text is shown with what stands around it", async () => {
  await edit(`${"before ".repeat(20_000)}old${" after".repeat(10_000)}`);
  await edit(`${"before ".repeat(20_000)}new${" after".repeat(10_000)}`);
  const page = await history();
  expect(marks(page, "ins")).toContain("new");
  expect(words(page)).toMatch(/\[139,\d{3} characters left out\]/);
  expect(page.html.length).toBeLessThan(100_000);
});

const dump = async () => JSON.stringify([await db.select().from(revisions), await db.select().from(events)]);

test("a moderator takes what it said out of the history for good, and everything before it", async () => {
  await edit("My number is Quinquaginta.");
  await edit("My number is Quinquaginta, call me.");
  await edit("Call me.");
  await requestExport(db, { viewer: people.ada });
  expect(marks(await history(), "del").join()).toContain("Quinquaginta");
  const moderator = await signedIn(people.milo);
  const page = await moderator.get("/posts/1/history");
  const link = page.document.querySelector("main li a[href$=remove]")?.getAttribute("href") ?? "";
  const asked = await moderator.get(link);
  expect(asked.document.querySelector("input[name=withOlder]")).not.toBeNull();
  const after = await moderator.submit(link, { withOlder: "yes" });
  expect(after.html).toContain("The old text is gone.");
  expect(words(after)).toContain("Text removed by moderators · Milo");
  expect(words(after)).toContain("Ben");
  expect(await dump()).not.toContain("Quinquaginta");
  expect((await history()).html).not.toContain("Quinquaginta");
  const own = (await (await signedIn(people.ben)).post("/me/data/export")).html;
  expect(own).toContain("Dark mode");
  expect(own).not.toContain("Quinquaginta");
  expect(await db.select().from(portalExports)).toEqual([]);
  const removals = (await db.select().from(events)).filter(({ type }) => type === "revision.removed");
  expect(removals).toMatchObject([{ actorId: people.milo.id, data: { revisionIds: [1, 2, 3] } }]);
  expect((await moderator.get(link)).status).toBe(404);
});

test("one text alone is taken out of the change that led to it, too", async () => {
  await edit("A secret.");
  await edit("Second words.");
  const author = await signedIn(people.ben);
  await author.submit("/posts/1/history/2/remove");
  const page = await history();
  expect(words(page)).toContain("Text removed by its author");
  expect(words(page)).toContain("First words. [text removed]");
  expect(await dump()).not.toContain("secret");
  await enqueueNow("compare-revisions");
  await runJobs({}, { only: "compare-revisions" });
  expect(await dump()).not.toContain("secret");
});

test("a text that was removed stays removed when the change before it is compared later", async () => {
  await addUncompared(2, "Secret ");
  await (await signedIn(people.milo)).submit("/posts/1/history/2/remove");
  await enqueueNow("compare-revisions");
  await runJobs({}, { only: "compare-revisions" });
  expect(await dump()).toContain("Secret 1");
  expect(await dump()).not.toContain("Secret 2");
  expect(words(await history())).toContain("Secret 1 [text removed]");
});

test("others neither see the way to it nor may go it, and what is in another post's history is not found", async () => {
  await edit("Second words.");
  const other = await signedIn(people.cleo);
  expect((await other.get("/posts/1/history")).document.querySelector("a[href$=remove]")).toBeNull();
  expect((await other.get("/posts/1/history/1/remove")).status).toBe(403);
  expect((await other.post("/posts/1/history/1/remove")).status).toBe(403);
  expect((await new Visitor().post("/posts/1/history/1/remove")).location).toContain("/sign-in");
  await post(people.cleo, idea(1, { title: "Another" }));
  expect((await (await signedIn(people.milo)).post("/posts/2/history/1/remove")).status).toBe(404);
  expect(await dump()).toContain("First words.");
});

test.each([
  ["de", "Text von der Moderation entfernt"],
  ["ar", "أزال المشرفون النص"],
])("says so in %s", async (language, sentence) => {
  await edit("Second words.");
  await (await signedIn(people.milo)).submit("/posts/1/history/1/remove");
  const page = await new Visitor().get("/posts/1/history", { "Accept-Language": language });
  expect(words(page)).toContain(sentence);
});
