import { asc, eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { bugDetails, events, follows, posts, votes } from "#db/schema";
import { submitPost } from "~/models/feedback/posts/submit-post.server";
import { addBoard, addTag, bug, cast, idea, post } from "../../../support/cast";
import { db, useDatabase } from "../../../support/database";

useDatabase();

test("an idea gets the next number, its text as HTML, its author as follower, and one event", async () => {
  const { ben } = await cast("ben");
  const board = await addBoard();
  const number = await post(ben, idea(board, { body: "Please **do**.\n\n```js\nlet a;\n```" }));
  const [row] = await db.select().from(posts);
  expect(row).toMatchObject({ number, kind: "idea", status: "open", authorId: ben.id, voteCount: 1, followerCount: 1 });
  expect(row?.bodyHtml).toContain("<strong>do</strong>");
  expect(row?.excerpt).toBe("Please do.");
  expect(await db.select({ level: follows.level, userId: follows.userId }).from(follows)).toEqual([
    { level: "everything", userId: ben.id },
  ]);
  expect(await db.select({ userId: votes.userId, mergedFrom: votes.mergedFrom }).from(votes)).toEqual([
    { userId: ben.id, mergedFrom: null },
  ]);
  expect(await db.select({ type: events.type, actorId: events.actorId, data: events.data }).from(events)).toEqual([
    { type: "post.submitted", actorId: ben.id, data: { kind: "idea", boardId: board } },
  ]);
});

test("a bug keeps what it was asked: steps, expected, actual, version", async () => {
  const { ben } = await cast("ben");
  const number = await post(ben, bug(await addBoard(), { actual: "It *crashes*" }));
  const [row] = await db
    .select()
    .from(bugDetails)
    .innerJoin(posts, eq(posts.id, bugDetails.postId))
    .where(eq(posts.number, number));
  expect(row?.bug_details).toMatchObject({ actualMarkdown: "It *crashes*", version: "1.0" });
  expect(row?.bug_details.actualHtml).toContain("<em>crashes</em>");
  expect(row?.posts.excerpt).toBe("It crashes");
});

test("the same submission sent twice, one after the other or at once, makes one post", async () => {
  const { ben } = await cast("ben");
  const submission = { viewer: ben, id: uuid(), draft: idea(await addBoard()) };
  const first = await submitPost(db, submission);
  expect(await submitPost(db, submission)).toMatchObject({ number: first.number });
  const again = { ...submission, id: uuid() };
  const [one, other] = await Promise.all([submitPost(db, again), submitPost(db, again)]);
  expect(one.number).toBe(other.number);
  expect(await db.select().from(posts)).toHaveLength(2);
  expect(await db.select().from(events)).toHaveLength(2);
});

test("somebody else's submission id is refused", async () => {
  const { ben, cleo } = await cast("ben", "cleo");
  const submission = { id: uuid(), draft: idea(await addBoard()) };
  await submitPost(db, { viewer: ben, ...submission });
  await expect(submitPost(db, { viewer: cleo, ...submission })).rejects.toThrow("idTaken");
});

test("numbers have no gap and no double, whoever posts at the same moment and whatever fails", async () => {
  const { ben } = await cast("ben");
  const board = await addBoard();
  const nowhere = 999;
  const attempts = Array.from({ length: 30 }, (_, i) => post(ben, idea(i % 5 === 0 ? nowhere : board)));
  const outcomes = await Promise.allSettled(attempts);
  expect(outcomes.filter(({ status }) => status === "rejected")).toHaveLength(6);
  const numbers = await db.select({ number: posts.number }).from(posts).orderBy(asc(posts.number));
  expect(numbers.map(({ number }) => number)).toEqual(Array.from({ length: 24 }, (_, i) => i + 1));
});

test("a board that the author cannot see takes no post", async () => {
  const { ben, mona } = await cast("ben", "mona");
  const hidden = await addBoard("secret", "staff");
  await expect(post(ben, idea(hidden))).rejects.toThrow("boardNotFound");
  await expect(post(mona, idea(hidden))).resolves.toBe(1);
});

test("tags that do not exist are left out, the others kept once and in order", async () => {
  const { ben } = await cast("ben");
  const [one, two] = [await addTag("one"), await addTag("two")];
  await post(ben, idea(await addBoard(), { tagIds: [two, 99, one, two] }));
  const [row] = await db.select({ tagIds: posts.tagIds }).from(posts);
  expect(row?.tagIds).toEqual([one, two]);
});
