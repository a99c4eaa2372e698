import { asc, eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { beforeEach, expect, test } from "vitest";
import { bulkActions, comments, entries, events, notes, posts } from "#db/schema";
import { entryDraft } from "~/models/feedback/changelog/draft";
import { createEntry } from "~/models/feedback/changelog/write-entry.server";
import { submitComment } from "~/models/feedback/comments/submit-comment.server";
import { doBulkAction } from "~/models/feedback/inbox/bulk-action.server";
import { previewBulk } from "~/models/feedback/inbox/preview-bulk.server";
import { addNote } from "~/models/feedback/notes/add-note.server";
import { editPost } from "~/models/feedback/posts/edit-post.server";
import { submitPost } from "~/models/feedback/posts/submit-post.server";
import { openFreshdeskTicket } from "~/models/support/freshdesk/open-ticket.server";
import { addBoard, cast, idea, post } from "../../support/cast";
import { db, useDatabase } from "../../support/database";

useDatabase();

// Whoever goes back in the browser sends other words under an id that is used already.

let people: Awaited<ReturnType<typeof cast<"ada" | "mona" | "ben" | "gus">>>;
let board: number;
const id = "00000000-0000-7000-8000-000000000007";

beforeEach(async () => {
  people = await cast("ada", "mona", "ben", "gus");
  board = await addBoard();
});

test("an id that was used for another post makes a new post, and again that one", async () => {
  const send = (title: string) =>
    submitPost(db, { viewer: people.ben, id, draft: idea(board, { title, body: `About ${title}` }) });
  const first = await send("Export as PDF");
  expect(first.id).toBe(id);
  const second = await send("A darker theme");
  expect(second.number).toBe(2);
  const again = await Promise.all([send("A darker theme"), send("A darker theme"), send("Export as PDF")]);
  expect(again.map(({ number }) => number)).toEqual([2, 2, 1]);
  const kept = await db.select({ title: posts.title }).from(posts).orderBy(asc(posts.number));
  expect(kept.map(({ title }) => title)).toEqual(["Export as PDF", "A darker theme"]);
});

test("what was sent counts, not what has become of it since", async () => {
  const draft = idea(board, { title: "Export as PDF" });
  const { number } = await submitPost(db, { viewer: people.ben, id, draft });
  const edit = { kind: "idea", title: "Export as EPUB", body: "" } as const;
  await editPost(db, { viewer: people.ben, number, edit });
  expect(await submitPost(db, { viewer: people.ben, id, draft })).toMatchObject({ number });
  expect(await submitPost(db, { viewer: people.ben, id, draft: idea(board, edit) })).toMatchObject({ number: 2 });
});

test("only another board or tag is another post, too", async () => {
  const send = (boardId: number) => submitPost(db, { viewer: people.ben, id, draft: idea(boardId) });
  await send(board);
  expect(await send(await addBoard("web"))).toMatchObject({ number: 2 });
});

test("comments, notes and entries of other words under one id are all there, once each", async () => {
  const number = await post(people.ben, idea(board));
  const entry = (title: string) => entryDraft.parse({ title, body: "Text" });
  for (const body of ["One", "Two", "Two", "One"]) {
    await submitComment(db, { viewer: people.ben, number, id, body });
    await addNote(db, { viewer: people.mona, number, id, body });
    await createEntry(db, { viewer: people.mona, id, draft: entry(body) });
  }
  const said = async (table: typeof comments | typeof notes | typeof entries) =>
    (await db.select({ body: table.bodyMarkdown }).from(table).orderBy(asc(table.createdAt))).map(({ body }) => body);
  expect(await said(comments)).toEqual(["One", "Two"]);
  expect(await said(notes)).toEqual(["One", "Two"]);
  const titles = await db
    .select({ title: entries.title, number: entries.number })
    .from(entries)
    .orderBy(entries.number);
  expect(titles.map(({ title }) => title)).toEqual(["One", "Two"]);
});

test("a comment of the same words on another post is another comment", async () => {
  const numbers = [await post(people.ben, idea(board)), await post(people.ben, idea(board))];
  const made = [];
  for (const number of numbers) made.push(await submitComment(db, { viewer: people.ben, number, id, body: "+1" }));
  expect(new Set(made.map((one) => one.id)).size).toBe(2);
  expect(await db.select().from(comments)).toHaveLength(2);
});

test("another bulk action under one id is done, and shown under its own", async () => {
  const viewer = people.mona;
  await post(people.ben, idea(board));
  const at = async (to: "planned" | "under_review") => {
    const change = { type: "move", to } as const;
    const { posts } = await previewBulk(db, viewer, { change, numbers: [1] });
    const chosen = posts.map(({ number, stamp }) => ({ number, stamp }));
    return { viewer, id, change, chosen };
  };
  const first = await doBulkAction(db, await at("under_review"));
  const second = await doBulkAction(db, await at("planned"));
  expect(second.id).not.toBe(first.id);
  expect(await db.select().from(bulkActions)).toHaveLength(2);
  expect((await db.select().from(posts))[0]?.status).toBe("planned");
});

test("another wish for a ticket under one id is a ticket of its own", async () => {
  const number = await post(people.ben, idea(board));
  for (const requester of ["support", "author", "author"] as const)
    await openFreshdeskTicket(db, { viewer: people.gus, number, id, requester });
  const asked = await db.select({ data: events.data }).from(events).where(eq(events.type, "freshdesk.requested"));
  expect(new Set(asked.map(({ data }) => (data as { id: string }).id)).size).toBe(2);
});

test("an id of somebody else is refused, whatever is sent", async () => {
  await submitPost(db, { viewer: people.ada, id, draft: idea(board) });
  for (const title of ["Dark mode at night", "Something else"]) {
    const sent = submitPost(db, { viewer: people.ben, id, draft: idea(board, { title }) });
    await expect(sent).rejects.toThrow("idTaken");
  }
  await expect(submitPost(db, { viewer: people.ben, id: uuid(), draft: idea(board) })).resolves.toBeTruthy();
});
