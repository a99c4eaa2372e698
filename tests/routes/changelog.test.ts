import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { entries, posts, users } from "#db/schema";
import type { User } from "~/models/core/users/viewer";
import { stateOf } from "~/models/feedback/changelog/entry-state";
import { castVote } from "~/models/feedback/posts/vote-for-post.server";
import { origin, useApp } from "../support/app";
import { signedIn, Visitor, words } from "../support/browser";
import { addBoard, cast, idea, post } from "../support/cast";
import { addLabel, draftEntry, publish, publishedEntry } from "../support/changelog";
import { db, useDatabase } from "../support/database";

useDatabase();
useApp();

let people: Record<"ada" | "mona" | "milo" | "ben" | "cleo", User>;

beforeEach(async () => {
  people = await cast("ada", "mona", "milo", "ben", "cleo");
});

const metaOf = (document: Document, property: string) =>
  document.querySelector(`meta[property="${property}"]`)?.getAttribute("content");

describe("the page", () => {
  test("shows entries whole, the latest first, by label, and says when there is none", async () => {
    expect(words(await new Visitor().get("/changelog"))).toContain("Nothing has been published yet.");
    const label = await addLabel("new");
    const own = await addLabel("beta", "Beta");
    await publishedEntry(people.mona, { title: "The first", labelIds: [label] });
    await publishedEntry(people.mona, { title: "The second", labelIds: [own] });
    const all = await new Visitor().get("/changelog");
    const titles = (page: typeof all) => [...page.document.querySelectorAll("article h2")].map((h2) => h2.textContent);
    expect(titles(all)).toEqual(["The second", "The first"]);
    expect(all.document.querySelector("article strong")?.textContent).toBe("rest");
    const german = await new Visitor().get("/changelog?label=new&lang=de");
    expect(titles(german)).toEqual(["The first"]);
    expect(words(german)).toContain("Neu");
    expect(words(german)).toContain("Beta");
    expect((await new Visitor().get("/changelog?label=none")).status).toBe(404);
  });

  test("is divided into pages of ten", async () => {
    for (let i = 0; i < 11; i++) await publishedEntry(people.mona, { title: `Entry ${i}` });
    const first = await new Visitor().get("/changelog");
    expect(first.document.querySelectorAll("article")).toHaveLength(10);
    const next = first.document.querySelector("a[rel=next]")?.getAttribute("href") ?? "";
    expect(words(await new Visitor().get(next))).toContain("Entry 0");
  });
});

describe("an entry's own page", () => {
  test("has one address, thanks people, and says of itself what others show of it", async () => {
    await post(people.ben, idea(await addBoard(), { title: "Dark mode" }));
    await castVote(db, { viewer: people.cleo, number: 1 });
    await db.update(users).set({ hidesName: false });
    await db.update(posts).set({ status: "in_progress" });
    const number = await publishedEntry(people.mona, { title: "Night & day", postNumbers: "1" });
    const wrong = await new Visitor().get(`/changelog/${number}/something`);
    expect([wrong.status, wrong.location]).toEqual([301, `/changelog/${number}/night-day`]);
    const page = await new Visitor().get(`/changelog/${number}/night-day`);
    expect(words(page).replace(/[\u2068\u2069]/g, "")).toContain("Thank you, Ben and Cleo!");
    expect(page.document.querySelector('a[href="/posts/1/dark-mode"]')?.textContent).toBe("Dark mode");
    expect(page.document.querySelector("link[rel=canonical]")?.getAttribute("href")).toBe(
      `${origin()}/changelog/${number}/night-day`,
    );
    expect(metaOf(page.document, "og:type")).toBe("article");
    expect(metaOf(page.document, "og:title")).toBe("Night & day");
    expect(metaOf(page.document, "og:description")).toBe("Your eyes may rest.");
    expect(metaOf(page.document, "og:image")).toBe(`${origin()}/og.png`);
    expect(metaOf(page.document, "article:published_time")).toMatch(/^\d{4}-\d\d-\d\dT/);
    await db.update(users).set({ hidesName: true }).where(eq(users.id, people.cleo.id));
    const later = await new Visitor().get(`/changelog/${number}/night-day`);
    expect(words(later).replace(/[\u2068\u2069]/g, "")).toContain("Thank you, Ben and 1 other!");
    expect(later.html).not.toContain("Cleo");
  });

  test("of a draft is there for those who may publish it, and for nobody else", async () => {
    const number = await draftEntry(people.mona);
    const path = `/changelog/${number}/dark-mode-is-there`;
    expect((await new Visitor().get(path)).status).toBe(404);
    expect((await (await signedIn(people.milo)).get(path)).status).toBe(404);
    const page = await (await signedIn(people.ada)).get(path);
    expect(words(page)).toContain("This is a draft.");
    expect(page.document.querySelector("meta[name=robots]")?.getAttribute("content")).toBe("noindex");
    expect(metaOf(page.document, "og:title")).toBeUndefined();
  });
});

describe("what is new", () => {
  const linkOf = async (visitor: Visitor, path = "/") =>
    (await visitor.get(path)).document.querySelector('header a[href="/changelog"]')?.getAttribute("aria-label");

  test("is marked for members until they have looked, and for visitors never", async () => {
    const ben = await signedIn(people.ben);
    expect(await linkOf(ben)).toBe("Changelog");
    await publishedEntry(people.mona);
    expect(await linkOf(ben)).toBe("Changelog: there is something new");
    expect(await linkOf(new Visitor())).toBe("Changelog");
    expect(await linkOf(ben, "/changelog")).toBe("Changelog");
    expect(await linkOf(ben)).toBe("Changelog");
    await publishedEntry(people.mona, { title: "Another" });
    expect(await linkOf(ben)).toBe("Changelog: there is something new");
  });

  test("stays marked when they read an older entry, and not when they read the newest", async () => {
    const [old, young] = [await publishedEntry(people.mona), await publishedEntry(people.mona, { title: "Young" })];
    const ben = await signedIn(people.ben);
    await ben.get(`/changelog/${old}/dark-mode-is-there`);
    expect(await linkOf(ben)).toBe("Changelog: there is something new");
    await ben.get(`/changelog/${young}/young`);
    expect(await linkOf(ben)).toBe("Changelog");
    await ben.get(`/changelog/${old}/dark-mode-is-there`);
    expect(await linkOf(ben)).toBe("Changelog");
  });

  test("was published since they came: what is older than their account is no news", async () => {
    await publishedEntry(people.mona, {}, new Date("2026-01-01T00:00:00Z"));
    expect(await linkOf(await signedIn(people.ben))).toBe("Changelog");
  });
});

describe("the team", () => {
  const draft = { id: "0192a000-0000-7000-8000-000000000001", title: "Night", body: "Rest.", postNumbers: "" };
  const stateNow = async () => (await db.select().from(entries)).map(stateOf);

  test("writes, schedules on the clock of its own time zone, publishes, takes back and deletes", async () => {
    await db.update(users).set({ timeZone: "Asia/Tokyo" }).where(eq(users.id, people.mona.id));
    const mona = await signedIn(people.mona);
    const written = await mona.post("/staff/changelog/new", draft);
    expect(written.location).toBe("/staff/changelog/1");
    const year = new Date().getUTCFullYear() + 1;
    const planned = await mona.submit("/staff/changelog/1/schedule", { moment: `${year}-03-01T08:30`, tells: "yes" });
    expect(words(planned)).toContain(`March 1, ${year} at 8:30 AM`);
    expect((await db.select().from(entries))[0]?.scheduledFor?.toISOString()).toBe(`${year}-02-28T23:30:00.000Z`);
    expect(await stateNow()).toEqual(["scheduled"]);
    await mona.submit("/staff/changelog/1/unschedule");
    expect(await stateNow()).toEqual(["draft"]);
    expect(words(await mona.submit("/staff/changelog/1/publish", { tells: "yes" }))).toContain("Night");
    expect(await stateNow()).toEqual(["published"]);
    await mona.submit("/staff/changelog/1/unpublish");
    expect(await stateNow()).toEqual(["draft"]);
    await mona.submit("/staff/changelog/1/delete");
    expect(await stateNow()).toEqual([]);
  });

  test("sees its words again, with what is wrong beside it", async () => {
    const mona = await signedIn(people.mona);
    const page = await mona.post("/staff/changelog/new", { ...draft, postNumbers: "12" });
    expect(page.status).toBe(422);
    expect(words(page)).toContain("There is no post with the number 12.");
    expect(page.document.querySelector<HTMLInputElement>("input[name=title]")?.value).toBe("Night");
  });

  test("is told why nothing was published, and what would become of each post", async () => {
    await post(people.ben, idea(await addBoard(), { title: "Undecided" }));
    const number = await draftEntry(people.mona, { postNumbers: "1" });
    const mona = await signedIn(people.mona);
    expect(words(await mona.get(`/staff/changelog/${number}`))).toContain("cannot become “Shipped” from here");
    const refused = await mona.submit(
      `/staff/changelog/${number}/publish`,
      {},
      { Referer: `${origin()}/staff/changelog/${number}` },
    );
    const toast = refused.document.querySelector("toast-region")?.textContent;
    expect(toast).toContain("“Undecided” cannot become “Shipped” while it is “Open”. Nothing was published.");
    expect(await stateNow()).toEqual(["draft"]);
  });

  test("names its labels; a name for one of ours replaces ours", async () => {
    const id = await addLabel("new");
    const mona = await signedIn(people.mona);
    const page = await mona.get(`/staff/changelog/labels/${id}?lang=de`);
    expect(page.document.querySelector<HTMLInputElement>("input[name=name]")?.value).toBe("Neu");
    await mona.post(`/staff/changelog/labels/${id}`, { name: "Frisch", slug: "new", color: "pink" });
    await mona.post("/staff/changelog/labels", { name: "Beta", slug: "beta", color: "blue" });
    expect(words(await mona.get("/staff/changelog/labels?lang=en"))).toMatch(/Frisch ?Beta/);
    const number = await draftEntry(people.mona, { labelIds: [id] });
    await publish(people.mona, number);
    await mona.post(`/staff/changelog/labels/${id}/delete`);
    expect((await db.select({ labelIds: entries.labelIds }).from(entries))[0]?.labelIds).toEqual([]);
  });

  const places = ["", "/new", "/1", "/labels"];
  const commands = [
    "/new",
    "/1",
    "/1/publish",
    "/1/schedule",
    "/1/unschedule",
    "/1/unpublish",
    "/1/delete",
    "/labels",
    "/labels/1/delete",
  ];
  test.each(["ben", "milo"] as const)("is not joined by %s at any of its addresses", async (name) => {
    await draftEntry(people.mona);
    await addLabel("new");
    const visitor = await signedIn(people[name]);
    for (const place of places) expect((await visitor.get(`/staff/changelog${place}`)).status, place).toBe(403);
    for (const command of commands)
      expect((await visitor.post(`/staff/changelog${command}`, draft)).status, command).toBe(403);
    expect((await new Visitor().get("/staff/changelog")).location).toContain("/sign-in");
    expect(await stateNow()).toEqual(["draft"]);
  });
});

test("members subscribe and unsubscribe by a click", async () => {
  const ben = await signedIn(people.ben);
  const on = await ben.submit("/changelog/subscription");
  expect(words(on)).toContain("You get new entries by mail.");
  const off = await ben.submit("/changelog/subscription/end");
  expect(words(off)).toContain("Send me new entries");
});

test("nobody is named who has not said so in the preferences, which keep it", async () => {
  const ben = await signedIn(people.ben);
  const rest = {
    name: "Ben",
    handle: "ben",
    language: "en",
    timeZone: "UTC",
    mailPace: "bundled",
    digestHour: 8,
    digestDay: 1,
  };
  const isHidden = async () => (await db.select().from(users).where(eq(users.id, people.ben.id)))[0]?.hidesName;
  const isTicked = async () =>
    (await ben.get("/me/preferences")).document.querySelector<HTMLInputElement>("input[name=isNamed]")?.checked;
  expect([await isHidden(), await isTicked()]).toEqual([true, false]);
  await ben.post("/me/preferences", { ...rest, isNamed: "yes" });
  expect([await isHidden(), await isTicked()]).toEqual([false, true]);
  await ben.post("/me/preferences", rest);
  expect([await isHidden(), await isTicked()]).toEqual([true, false]);
});
