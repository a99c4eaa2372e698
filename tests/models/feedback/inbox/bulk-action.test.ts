import { asc, eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { bulkActionPosts, events, posts } from "#db/schema";
import { doBulkAction } from "~/models/feedback/inbox/bulk-action.server";
import { type Change, stampOf } from "~/models/feedback/inbox/change";
import { previewBulk } from "~/models/feedback/inbox/preview-bulk.server";
import { undoBulkAction } from "~/models/feedback/inbox/undo-bulk.server";
import { followPost } from "~/models/feedback/posts/follow-post.server";
import { movePost } from "~/models/feedback/posts/move-post.server";
import { tagPost } from "~/models/feedback/posts/tag-post.server";
import { addBoard, addTag, bug, cast, idea, post } from "../../../support/cast";
import { db, useDatabase } from "../../../support/database";

useDatabase();

const planned: Change = { type: "move", to: "planned" };

const listPosts = () => db.select().from(posts).orderBy(asc(posts.number));
const statuses = async () => (await listPosts()).map(({ status }) => status);
const seen = async () => (await listPosts()).map((one) => ({ number: one.number, stamp: stampOf(one) }));
const verdicts = async () => {
  const found = await db
    .select({ verdict: bulkActionPosts.verdict, undo: bulkActionPosts.undoVerdict })
    .from(bulkActionPosts)
    .innerJoin(posts, eq(posts.id, bulkActionPosts.postId))
    .orderBy(asc(posts.number));
  return found.map(({ verdict, undo }) => (undo ? `${verdict}, ${undo}` : verdict));
};

/** Two ideas and a bug of Ben's. */
async function setUp() {
  const { ben, mona, milo } = await cast("ben", "mona", "milo");
  const board = await addBoard();
  await post(ben, idea(board, { title: "First idea" }));
  await post(ben, idea(board, { title: "Second idea" }));
  await post(ben, bug(board, { title: "Broken thing" }));
  return { ben, mona, milo };
}

test("a bulk action changes what can be changed, each with its own event, and leaves out what has changed since", async () => {
  const { mona: viewer } = await setUp();
  const chosen = await seen();
  await tagPost(db, { viewer, number: 2, tagIds: [await addTag("loud")] });
  await doBulkAction(db, { viewer, id: uuid(), change: planned, chosen });
  expect(await statuses()).toEqual(["planned", "open", "open"]);
  expect(await verdicts()).toEqual(["changed", "stale", "illegalMove"]);
  expect(await db.select().from(events).where(eq(events.type, "post.status_changed"))).toHaveLength(1);
});

test("the same form sent twice, even at once, does one thing", async () => {
  const { mona: viewer } = await setUp();
  const input = { viewer, id: uuid(), change: planned, chosen: await seen() };
  await Promise.all([doBulkAction(db, input), doBulkAction(db, input)]);
  expect(await verdicts()).toEqual(["changed", "changed", "illegalMove"]);
  expect(await db.select().from(events).where(eq(events.type, "post.status_changed"))).toHaveLength(2);
});

test("a move that needs an answer is refused as a whole without one, and others may not do any of it", async () => {
  const { mona, milo } = await setUp();
  const chosen = await seen();
  const declined: Change = { type: "move", to: "declined" };
  const silent = doBulkAction(db, { viewer: mona, id: uuid(), change: declined, chosen });
  await expect(silent).rejects.toThrow("answerNeeded");
  const input = { viewer: milo, id: uuid(), change: planned, chosen };
  await expect(doBulkAction(db, input)).rejects.toThrow("forbidden");
  await expect(previewBulk(db, milo, { change: planned, numbers: [1] })).rejects.toThrow("forbidden");
  await expect(undoBulkAction(db, { viewer: milo, id: uuid() })).rejects.toThrow("forbidden");
  expect(await statuses()).toEqual(["open", "open", "open"]);
  await doBulkAction(db, { viewer: mona, id: uuid(), change: declined, chosen, answer: "Not **now**." });
  expect(await statuses()).toEqual(["declined", "declined", "open"]);
});

test("undoing moves back what nobody has moved since, once, and names the rest", async () => {
  const { mona: viewer } = await setUp();
  const id = uuid();
  await doBulkAction(db, { viewer, id, change: planned, chosen: await seen() });
  // There and back again is a change, too.
  await movePost(db, { viewer, number: 2, from: "planned", move: { to: "in_progress", answer: "" } });
  await movePost(db, { viewer, number: 2, from: "in_progress", move: { to: "planned", answer: "" } });
  await undoBulkAction(db, { viewer, id });
  await undoBulkAction(db, { viewer, id });
  expect(await statuses()).toEqual(["open", "planned", "open"]);
  expect(await verdicts()).toEqual(["changed, changed", "changed, stale", "illegalMove"]);
});

test("tags and boards come and go, and undoing keeps tags that others put on meanwhile", async () => {
  const { mona: viewer } = await setUp();
  const [loud, quiet, web] = [await addTag("loud"), await addTag("quiet"), await addBoard("web")];
  const [tagging, moving] = [uuid(), uuid()];
  const before = (await listPosts())[0]?.boardId;
  await doBulkAction(db, { viewer, id: tagging, change: { type: "tag", id: loud }, chosen: await seen() });
  await tagPost(db, { viewer, number: 1, tagIds: [loud, quiet] });
  await undoBulkAction(db, { viewer, id: tagging });
  expect((await listPosts()).map(({ tagIds }) => tagIds)).toEqual([[quiet], [], []]);
  await doBulkAction(db, { viewer, id: moving, change: { type: "board", id: web }, chosen: await seen() });
  expect((await listPosts()).map(({ boardId }) => boardId)).toEqual([web, web, web]);
  await undoBulkAction(db, { viewer, id: moving });
  expect((await listPosts()).map(({ boardId }) => boardId)).toEqual([before, before, before]);
});

test("the preview says what would become of each, and counts everybody who will hear of it once", async () => {
  const { ben, mona } = await setUp();
  const { cleo } = await cast("cleo");
  await followPost(db, { viewer: cleo, number: 1, level: "milestones" });
  await followPost(db, { viewer: ben, number: 2, level: "muted" });
  const preview = await previewBulk(db, mona, { change: planned, numbers: [1, 2, 3, 99] });
  expect(preview.posts.map(({ verdict }) => verdict)).toEqual(["changed", "changed", "illegalMove"]);
  expect(preview.gone).toEqual([99]);
  expect(preview.hearers).toBe(2);
  expect((await previewBulk(db, mona, { change: planned, numbers: [2] })).hearers).toBe(0);
});
