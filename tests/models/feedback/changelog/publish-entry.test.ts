import { eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { boards, entries, events, moves, posts, users } from "#db/schema";
import type { PostStatus } from "#db/schema/feedback/posts";
import type { User } from "~/models/core/users/viewer";
import { entryDraft } from "~/models/feedback/changelog/draft";
import { findEntry } from "~/models/feedback/changelog/find-entry.server";
import { listEntries } from "~/models/feedback/changelog/list-entries.server";
import { deleteEntry, unpublishEntry } from "~/models/feedback/changelog/publish-entry.server";
import { editEntry } from "~/models/feedback/changelog/write-entry.server";
import { mergePosts } from "~/models/feedback/posts/merge-posts.server";
import { castVote } from "~/models/feedback/posts/vote-for-post.server";
import { addBoard, bug, cast, idea, post } from "../../../support/cast";
import { draftEntry, publish, publishedEntry } from "../../../support/changelog";
import { db, useDatabase } from "../../../support/database";

useDatabase();

let people: Record<"ada" | "mona" | "milo" | "ben" | "cleo" | "dave", User>;
let boardId = 0;

beforeEach(async () => {
  people = await cast("ada", "mona", "milo", "ben", "cleo", "dave");
  boardId = await addBoard();
});

const setStatus = (number: number, status: PostStatus) =>
  db.update(posts).set({ status }).where(eq(posts.number, number));

const statuses = async () =>
  (await db.select({ status: posts.status }).from(posts).orderBy(posts.number)).map(({ status }) => status);

const titles = async () => (await listEntries(db)).entries.map(({ title }) => title);

test("a draft is seen by those who may publish it and by nobody else, and publishing shows it to everybody", async () => {
  const number = await draftEntry(people.mona);
  expect(await titles()).toEqual([]);
  for (const viewer of [null, people.ben, people.milo]) expect(await findEntry(db, viewer, number)).toBeUndefined();
  expect(await findEntry(db, people.ada, number)).toMatchObject({ title: "Dark mode is there" });
  await publish(people.mona, number);
  expect(await titles()).toEqual(["Dark mode is there"]);
  expect((await findEntry(db, null, number))?.bodyHtml).toContain("<strong>rest</strong>");
});

test.each(["ben", "milo"] as const)("%s may neither write nor publish", async (name) => {
  await expect(draftEntry(people[name])).rejects.toThrow("forbidden");
  const number = await draftEntry(people.mona);
  await expect(publish(people[name], number)).rejects.toThrow("forbidden");
  await expect(deleteEntry(db, { viewer: people[name], number })).rejects.toThrow("forbidden");
});

test("publishing moves ideas to shipped and bugs to fixed, with a link to the entry in the answer; what is done stays", async () => {
  await post(people.ben, idea(boardId));
  await post(people.ben, bug(boardId));
  await post(people.ben, idea(boardId, { title: "Done long ago" }));
  await setStatus(1, "in_progress");
  await setStatus(2, "confirmed");
  await setStatus(3, "shipped");
  const number = await publishedEntry(people.mona, { title: "Night [and] day", postNumbers: "#1, /posts/2/x 3" });
  expect(await statuses()).toEqual(["shipped", "fixed", "shipped"]);
  const answers = await db.select({ html: moves.answerHtml }).from(moves);
  expect(answers).toHaveLength(2);
  for (const { html } of answers) {
    expect(html).toContain(`href="https://portal.example/changelog/${number}/night-and-day"`);
    expect(html).toContain(">Night [and] day</a>");
  }
});

test("one post that cannot be finished stops all of it: nothing moves, nothing is published, nothing is told", async () => {
  await post(people.ben, idea(boardId));
  await post(people.ben, idea(boardId, { title: "Nobody has decided" }));
  await setStatus(1, "in_progress");
  const number = await draftEntry(people.mona, { postNumbers: "1 2" });
  const refusal = { code: "postNotFinishable", details: { params: { title: "Nobody has decided", status: "open" } } };
  await expect(publish(people.mona, number)).rejects.toMatchObject(refusal);
  expect(await statuses()).toEqual(["in_progress", "open"]);
  expect(await titles()).toEqual([]);
  const told = sql`type in ('entry.published', 'post.status_changed')`;
  expect(await db.select({ id: events.id }).from(events).where(told)).toEqual([]);
});

test("a post that is not there is refused where it was typed, and a duplicate counts as its original", async () => {
  await expect(draftEntry(people.mona, { postNumbers: "7" })).rejects.toMatchObject({
    code: "postNotFound",
    details: { field: "postNumbers", params: { number: 7 } },
  });
  expect(entryDraft.safeParse({ title: "Title", body: "Text", postNumbers: "1 two" }).success).toBe(false);
  await post(people.ben, idea(boardId));
  await post(people.cleo, idea(boardId, { title: "The original" }));
  await mergePosts(db, { viewer: people.milo, number: 1, into: 2 });
  await setStatus(2, "in_progress");
  const number = await publishedEntry(people.mona, { postNumbers: "1" });
  expect((await findEntry(db, null, number))?.posts.map(({ title }) => title)).toEqual(["The original"]);
  expect((await statuses())[1]).toBe("shipped");
});

test("those who asked and voted are thanked by name, but for those who do not want to be, are gone or blocked", async () => {
  await post(people.ben, idea(boardId));
  for (const name of ["cleo", "dave", "milo", "ada"] as const) await castVote(db, { viewer: people[name], number: 1 });
  await setStatus(1, "in_progress");
  const number = await publishedEntry(people.mona, { postNumbers: "1" });
  const thanks = async () => (await findEntry(db, null, number))?.thanks;
  // Whoever has not said so is not named.
  expect(await thanks()).toEqual({ names: [], others: 5 });
  await db.update(users).set({ hidesName: false });
  expect(await thanks()).toEqual({ names: ["Ben", "Ada", "Milo", "Cleo", "Dave"], others: 0 });
  const change = (user: User, values: Partial<typeof users.$inferInsert>) =>
    db.update(users).set(values).where(eq(users.id, user.id));
  await change(people.cleo, { hidesName: true });
  await change(people.dave, { deletedAt: new Date() });
  await change(people.milo, { blockedAt: new Date() });
  await change(people.ada, { name: null });
  expect(await thanks()).toEqual({ names: ["Ben"], others: 4 });
  await change(people.ben, { hidesName: true });
  expect(await thanks()).toEqual({ names: [], others: 5 });
});

test("as many names as a sentence bears, authors first, and the others are counted", async () => {
  await post(people.ben, idea(boardId));
  const many = Array.from({ length: 30 }, (_, i) => ({
    id: `00000000-0000-7000-8000-0000000000${i + 10}`,
    name: `V${i}`,
  }));
  await db.insert(users).values(many);
  await db.update(users).set({ hidesName: false });
  for (const user of many) await castVote(db, { viewer: { ...user, role: "member", language: "en" }, number: 1 });
  await setStatus(1, "in_progress");
  const number = await publishedEntry(people.mona, { postNumbers: "1" });
  const thanks = (await findEntry(db, null, number))?.thanks;
  expect(thanks?.names).toHaveLength(12);
  expect(thanks?.names[0]).toBe("Ben");
  expect(thanks?.others).toBe(31 - 12);
});

test("posts that not everybody may see are neither shown to others nor a reason to thank", async () => {
  const hidden = await addBoard("hidden", "members");
  await post(people.ben, idea(hidden));
  await setStatus(1, "in_progress");
  const number = await publishedEntry(people.mona, { postNumbers: "1" });
  expect(await findEntry(db, null, number)).toMatchObject({ posts: [], thanks: { names: [], others: 0 } });
  expect((await findEntry(db, people.cleo, number))?.posts).toHaveLength(1);
  await db.update(boards).set({ visibility: "public" });
  expect((await findEntry(db, null, number))?.posts).toHaveLength(1);
});

test("taking an entry back hides it and leaves its posts where they are; deleting it ends it", async () => {
  await post(people.ben, idea(boardId));
  await setStatus(1, "in_progress");
  const number = await publishedEntry(people.mona, { postNumbers: "1" });
  await expect(publish(people.mona, number)).rejects.toThrow("entryPublished");
  await unpublishEntry(db, { viewer: people.mona, number });
  expect(await titles()).toEqual([]);
  expect(await statuses()).toEqual(["shipped"]);
  await expect(unpublishEntry(db, { viewer: people.mona, number })).rejects.toThrow("entryNotPublished");
  await deleteEntry(db, { viewer: people.mona, number });
  expect(await findEntry(db, people.mona, number)).toBeUndefined();
});

test("editing says that a published entry was changed, keeps links that stay, and the same again changes nothing", async () => {
  await post(people.ben, idea(boardId));
  await post(people.ben, idea(boardId, { title: "Another one" }));
  await setStatus(1, "in_progress");
  const number = await publishedEntry(people.mona, { postNumbers: "1" });
  const draft = entryDraft.parse({ title: "Dark mode", body: "Rest.", postNumbers: "2 1" });
  await editEntry(db, { viewer: people.mona, number, draft });
  await editEntry(db, { viewer: people.mona, number, draft });
  const entry = await findEntry(db, null, number);
  expect(entry).toMatchObject({ title: "Dark mode", editedAt: expect.any(Date) });
  expect(entry?.posts.map((post) => post.number)).toEqual([2, 1]);
  expect(await statuses()).toEqual(["shipped", "open"]);
  const edits = await db.select({ data: events.data }).from(events).where(eq(events.type, "entry.edited"));
  expect(edits).toMatchObject([{ data: { fields: ["title", "bodyMarkdown", "posts"] } }]);
});

test("the same form sent twice makes one entry, and nobody else can use its id", async () => {
  const { createEntry } = await import("~/models/feedback/changelog/write-entry.server");
  const draft = entryDraft.parse({ title: "Title", body: "Text" });
  const id = "00000000-0000-7000-8000-000000000001";
  const first = await createEntry(db, { viewer: people.mona, id, draft });
  expect(await createEntry(db, { viewer: people.mona, id, draft })).toMatchObject(first);
  expect(await db.select({ id: entries.id }).from(entries)).toHaveLength(1);
  await expect(createEntry(db, { viewer: people.ada, id, draft })).rejects.toThrow("idTaken");
});

test("pages of the list follow each other without gaps or repetition, also where times are the same", async () => {
  const at = new Date("2026-11-01T10:00:00.123Z");
  for (let i = 0; i < 7; i++) await publishedEntry(people.mona, { title: `Entry ${i}` }, at);
  const seen: string[] = [];
  for (let after: string | undefined, more = true; more; ) {
    const page = await listEntries(db, { after }, 3);
    seen.push(...page.entries.map(({ title }) => title));
    after = page.next;
    more = after !== undefined;
  }
  expect(seen).toEqual([6, 5, 4, 3, 2, 1, 0].map((i) => `Entry ${i}`));
});
