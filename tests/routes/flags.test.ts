import { desc } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { beforeEach, expect, test } from "vitest";
import { comments, posts } from "#db/schema";
import type { User } from "~/models/core/users/viewer";
import { useApp } from "../support/app";
import { type Page, signedIn, Visitor, words } from "../support/browser";
import { addBoard, cast, idea, post } from "../support/cast";
import { db, useDatabase } from "../support/database";

// What looks as if no person had written it is posted like everything else; the team alone sees that it does.

useDatabase();
useApp({ PAGE_CACHE_MB: 8, RATE_LIMITS: "off" });

const hidden = "Filled a hidden field";
const fast = "Written in under 3 seconds";
const shown = "/posts/1/dark-mode-at-night";

let people: Record<"mona" | "milo" | "ben" | "cleo", User>;
let ben: Visitor;
let board: number;

beforeEach(async () => {
  people = await cast("mona", "milo", "ben", "cleo");
  ben = await signedIn(people.ben);
  board = await addBoard();
});

const said = { title: "Dark mode at night", body: "My eyes hurt." };
const draft = () => ({ kind: "idea", boardId: board, ...said });
/** The id of a form whose page was asked for that long ago. */
const idFrom = (milliseconds: number) => uuid({ msecs: Date.now() - milliseconds });
/** The same of one that is as good as new, however slow the machine is. */
const newId = () => idFrom(-60_000);

/** When the page says that it was asked for. */
const timeOf = (id: string) => Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16);

const idOf = (page: Page): string =>
  page.document.querySelector<HTMLInputElement>("form[method=post] input[name=id]")?.value ?? "";

const flagsOfPost = async () => (await db.select().from(posts).orderBy(desc(posts.number)))[0]?.flags;
const flagsOfComment = async () => (await db.select().from(comments).orderBy(desc(comments.createdAt)))[0]?.flags;

async function whoReads(sentence: string, path: string): Promise<string[]> {
  const readers: string[] = [];
  for (const name of ["visitor", "ben", "cleo", "milo", "mona"] as const) {
    const browser = name === "visitor" ? new Visitor() : await signedIn(people[name]);
    if (words(await browser.get(path)).includes(sentence)) readers.push(name);
  }
  return readers;
}

test("a post that is sent as soon as its page is there is posted, and the team alone sees how fast it came", async () => {
  const began = Date.now();
  const time = timeOf(idOf(await ben.get("/posts/new")));
  expect(time >= began && time <= Date.now()).toBe(true);
  const sent = await ben.submit("/posts/new", { id: newId(), ...draft() });
  expect(words(sent)).toContain("Dark mode at night");
  expect(await flagsOfPost()).toEqual(["sent_fast"]);
  expect(await whoReads("My eyes hurt.", shown)).toEqual(["visitor", "ben", "cleo", "milo", "mona"]);
  expect(await whoReads(fast, shown)).toEqual(["milo", "mona"]);
});

test("so is one whose hidden field is filled in, which nobody sees or gets into", async () => {
  const page = await ben.get("/posts/new");
  const field = page.document.querySelector("form[method=post] input[name=website]");
  expect([field?.getAttribute("tabindex"), field?.getAttribute("autocomplete"), field?.getAttribute("style")]).toEqual([
    "-1",
    "off",
    null,
  ]);
  expect(field?.closest("[aria-hidden=true]")?.className).toBe("sr-only");
  await ben.submit("/posts/new", { id: idFrom(60_000), ...draft(), website: "https://spam.example" });
  expect(await flagsOfPost()).toEqual(["filled_honeypot"]);
  expect(await whoReads(hidden, shown)).toEqual(["milo", "mona"]);
  expect(await whoReads("spam.example", shown)).toEqual([]);
});

test("comments and replies are flagged likewise, and marked one by one", async () => {
  await post(people.cleo, idea(board));
  const began = Date.now();
  const form = (await ben.get(shown)).document.querySelector('form[action="/posts/1/comments"]');
  expect(form?.querySelector("input[name=website]")).toBeTruthy();
  const time = timeOf(form?.querySelector<HTMLInputElement>("input[name=id]")?.value ?? "");
  expect(time >= began && time <= Date.now()).toBe(true);
  const first = newId();
  await ben.submit("/posts/1/comments", { id: first, body: "At once.", website: "x" });
  expect(await flagsOfComment()).toEqual(["filled_honeypot", "sent_fast"]);
  expect(timeOf(idOf(await ben.get(`/posts/1/comments?reply=${first}`)))).toBeGreaterThanOrEqual(began);
  await ben.submit("/posts/1/comments", { id: newId(), parentId: first, body: "And again." });
  expect(await flagsOfComment()).toEqual(["sent_fast"]);
  await ben.submit("/posts/1/comments", { id: idFrom(4000), body: "With patience.", website: "" });
  expect(await flagsOfComment()).toEqual([]);
  expect(await whoReads(fast, shown)).toEqual(["milo", "mona"]);
  const marks = words(await (await signedIn(people.milo)).get(shown)).split(fast).length - 1;
  expect(marks).toBe(2);
});

test("a form that comes back with a problem or a question counts from when it was there first", async () => {
  const id = idFrom(4000);
  const wrong = await ben.post("/posts/new", { id, ...draft(), title: "" });
  expect([wrong.status, idOf(wrong)]).toEqual([422, id]);
  await post(people.cleo, idea(board));
  const asked = await ben.post("/posts/new", { id, ...draft() });
  expect(words(asked)).toContain("Mine is different");
  expect(idOf(asked)).toBe(id);
  const looked = await ben.post("/posts/preview", { id, ...draft() });
  expect(idOf(looked)).toBe(id);
  await ben.submit("/posts/new", { id, ...draft(), different: "on" });
  expect(await flagsOfPost()).toEqual([]);
  const empty = await ben.post("/posts/1/comments", { id, body: "" });
  expect([empty.status, idOf(empty)]).toEqual([422, id]);
});

test("the team is flagged for nothing: it sends what it has saved", async () => {
  const milo = await signedIn(people.milo);
  await milo.submit("/posts/new", { id: newId(), ...draft() });
  expect(await flagsOfPost()).toEqual([]);
});

test("the inbox shows what is flagged, or has a comment that is and still stands", async () => {
  const milo = await signedIn(people.milo);
  await ben.submit("/posts/new", { id: newId(), ...draft() });
  for (const title of ["Talked about at once", "Talked about in peace"])
    await post(people.cleo, idea(board, { title }));
  const commentId = newId();
  await ben.submit("/posts/2/comments", { id: commentId, body: "At once." });
  await ben.submit("/posts/3/comments", { id: idFrom(60_000), body: "In peace." });
  const mona = await signedIn(people.mona);
  const titles = async () => {
    const { document } = await mona.get("/staff/inbox?flagged=on");
    return [...document.querySelectorAll("[data-row]")].map((row) => row.querySelector("h2")?.textContent);
  };
  expect(await titles()).toEqual(["Talked about at once", "Dark mode at night"]);
  const row = (await mona.get("/staff/inbox")).document.querySelector('[data-row="1"]');
  expect(row?.textContent).toContain(fast);
  await milo.post(`/comments/${commentId}/delete`);
  expect(await titles()).toEqual(["Dark mode at night"]);
});
