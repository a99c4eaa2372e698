import { asc, eq, isNull, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { rows } from "#db/client.server";
import { boards, bugDetails, events, follows, moves, numbering, posts, tags, users } from "#db/schema";
import type { ImportedPost } from "~/models/admin/imports/imported-post";
import { writePosts } from "~/models/admin/imports/write-posts.server";
import { addBoard, addTag, cast, idea, post } from "../../../support/cast";
import { db, useDatabase } from "../../../support/database";

useDatabase();

let made = 0;

function imported(words: Partial<ImportedPost> = {}): ImportedPost {
  made += 1;
  return {
    title: "Dark mode",
    body: "",
    kind: "idea",
    status: "open",
    board: "App",
    tags: [],
    source: "canny",
    sourceId: `id-${made}`,
    ...words,
  };
}

const some = (count: number, words: Partial<ImportedPost> = {}) => Array.from({ length: count }, () => imported(words));

async function numbers(): Promise<number[]> {
  const found = await db.select({ number: posts.number }).from(posts).orderBy(asc(posts.number));
  return found.map(({ number }) => number);
}

const upTo = (last: number) => Array.from({ length: last }, (_, i) => i + 1);

test("a post arrives with its text as HTML, its date, its status and one event, and nobody follows it", async () => {
  const createdAt = new Date("2020-02-03T04:05:06Z");
  const at = new Date("2024-01-01T00:00:00Z");
  const batch = [imported({ kind: "bug", status: "fixed", body: "It **broke**.", createdAt })];
  expect(await writePosts(db, { batch, at })).toEqual({ imported: 1, alreadyHere: 0 });
  const [row] = await db.select().from(posts);
  expect(row).toMatchObject({ number: 1, kind: "bug", status: "fixed", createdAt, source: "canny" });
  expect(row).toMatchObject({ voteCount: 0, commentCount: 0, followerCount: 0, editedAt: null, excerpt: "It broke." });
  expect(row?.bodyHtml).toContain("<strong>broke</strong>");
  const data = { kind: "bug", boardId: row?.boardId, source: "canny" };
  expect(await db.select().from(events).where(eq(events.type, "post.imported"))).toMatchObject([
    { postId: row?.id, actorId: null, data, createdAt: at },
  ]);
  expect(await db.select().from(follows)).toEqual([]);
  expect(await db.select().from(moves)).toEqual([]);
  expect(await db.select().from(bugDetails)).toEqual([]);
});

test("HTML from elsewhere is as harmless as what is typed here", async () => {
  await writePosts(db, {
    batch: [imported({ body: '<img src=x onerror="alert(1)"><script>alert(2)</script><b>ok</b>' })],
  });
  const [row] = await db.select({ html: posts.bodyHtml }).from(posts);
  expect(row?.html).toContain("<b>ok</b>");
  expect(row?.html).not.toMatch(/onerror|<script/);
});

test("a second run changes nothing, not even what was changed or deleted here", async () => {
  const batch = some(3);
  await writePosts(db, { batch });
  await db.update(posts).set({ title: "Better words", deletedAt: new Date() }).where(eq(posts.number, 2));
  const before = await db.select().from(posts).orderBy(asc(posts.number));
  const again = batch.map((one) => ({ ...one, title: "Other words", status: "planned" as const }));
  expect(await writePosts(db, { batch: again })).toEqual({ imported: 0, alreadyHere: 3 });
  expect(await db.select().from(posts).orderBy(asc(posts.number))).toEqual(before);
  expect(await db.select().from(events).where(eq(events.type, "post.imported"))).toHaveLength(3);
});

test("the same id twice in one batch is one post, and the first of them", async () => {
  const batch = [imported({ sourceId: "x", title: "First" }), imported({ sourceId: "x", title: "Second" })];
  expect(await writePosts(db, { batch })).toEqual({ imported: 1, alreadyHere: 1 });
  expect(await db.select({ title: posts.title }).from(posts)).toEqual([{ title: "First" }]);
});

test("ids belong to their source", async () => {
  await writePosts(db, { batch: [imported({ sourceId: "1", source: "a" })] });
  const other = [imported({ sourceId: "1", source: "b" }), imported({ sourceId: "1", source: "a" })];
  expect(await writePosts(db, { batch: other })).toEqual({ imported: 1, alreadyHere: 1 });
});

test("numbers have no gap, whoever imports and posts at the same moment", async () => {
  const { ben } = await cast("ben");
  const board = await addBoard();
  const writing = [some(40), some(60)].map((batch) => writePosts(db, { batch }));
  await Promise.all([...writing, ...upTo(10).map(() => post(ben, idea(board, { body: "Now" })))]);
  expect(await numbers()).toEqual(upTo(110));
  expect(await db.select({ last: numbering.last }).from(numbering)).toEqual([{ last: 110 }]);
});

test("the same import run twice at once imports everything once", async () => {
  const words = { authorName: "Ada", tags: ["ui"] };
  const batch = some(50, words);
  const both = await Promise.all([writePosts(db, { batch }), writePosts(db, { batch })]);
  expect(both.map(({ imported }) => imported).sort((a, b) => a - b)).toEqual([0, 50]);
  expect(await numbers()).toEqual(upTo(50));
  expect(await db.select().from(boards)).toHaveLength(1);
  expect(await db.select().from(tags)).toHaveLength(1);
  expect(await db.select().from(users)).toHaveLength(1);
});

test("a failure inside a batch leaves nothing of it: no post, no number, no board, no tag, no person", async () => {
  const impossible = imported({ kind: "idea", status: "fixed" });
  const batch = [...some(20, { tags: ["ui"], authorEmail: "ada@example.com" }), impossible];
  await expect(writePosts(db, { batch })).rejects.toThrow();
  for (const table of [posts, boards, tags, users, events]) expect(await db.select().from(table)).toEqual([]);
  await writePosts(db, { batch: some(1) });
  expect(await numbers()).toEqual([1]);
});

test("boards and tags are found by name in any case, or made with a free address and an event", async () => {
  const app = await addBoard("app");
  const ui = await addTag("ui");
  const words = ["APP", "C++", "C#", "中文", "Größe & Form"].map((board) => imported({ board, tags: ["UI", board] }));
  await writePosts(db, { batch: words });
  const madeBoards = await db.select().from(boards).orderBy(asc(boards.id));
  expect(madeBoards.map(({ name }) => name)).toEqual(["app", "C++", "C#", "中文", "Größe & Form"]);
  expect(madeBoards.map(({ slug }) => slug)).toEqual(["app", "c", "c-2", "board", "gro-e-form"]);
  expect(await db.select().from(events).where(eq(events.type, "board.created"))).toHaveLength(4);
  expect(await db.select().from(tags)).toHaveLength(6);
  const [first] = await db.select().from(posts).where(eq(posts.number, 1));
  expect(first).toMatchObject({ boardId: app });
  expect(first?.tagIds[0]).toBe(ui);
  const tagged = await db.select({ tagIds: posts.tagIds }).from(posts);
  for (const { tagIds } of tagged) expect(tagIds).toEqual([...tagIds].sort((a, b) => a - b));
});

test("authors are the people who have their address, or unclaimed people of their name", async () => {
  const { ada } = await cast("ada");
  const batch = [
    imported({ authorEmail: "ada@example.com", authorName: "Countess" }),
    imported({ authorEmail: "new@example.com", authorName: "New" }),
    imported({ authorEmail: "new@example.com" }),
    imported({ authorName: "Ada" }),
    imported({ authorName: "Ada" }),
    imported(),
  ];
  await writePosts(db, { batch });
  await writePosts(db, { batch: [imported({ authorName: "Ada" }), imported()] });
  const authors = await db
    .select({ id: users.id, name: users.name, email: users.email, role: users.role })
    .from(posts)
    .innerJoin(users, eq(users.id, posts.authorId))
    .orderBy(asc(posts.number));
  expect(authors.map(({ name, email }) => [name, email])).toEqual([
    ["Ada", "ada@example.com"],
    ["New", "new@example.com"],
    ["New", "new@example.com"],
    ["Ada", null],
    ["Ada", null],
    ["canny", null],
    ["Ada", null],
    ["canny", null],
  ]);
  expect(authors[0]).toMatchObject({ id: ada.id, role: "admin" });
  expect(await db.select().from(users).where(isNull(users.email))).toHaveLength(2);
  expect(authors.slice(1).every(({ role }) => role === "member")).toBe(true);
});

test("an import may wait for another one longer than a page may wait", async () => {
  await db.transaction(async (tx) => {
    await writePosts(tx, { batch: some(1) });
    expect(await rows(tx, sql`show lock_timeout`)).toEqual([{ lock_timeout: "2min" }]);
  });
});
