import { eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { boards, deliveries, notifications, users } from "#db/schema";
import type { User } from "~/models/core/users/viewer";
import { submitComment } from "~/models/feedback/comments/submit-comment.server";
import { assignPost } from "~/models/feedback/posts/assign-post.server";
import { followPost } from "~/models/feedback/posts/follow-post.server";
import { movePost } from "~/models/feedback/posts/move-post.server";
import { castVote, withdrawVote } from "~/models/feedback/posts/vote-for-post.server";
import { useApp } from "../support/app";
import { addBoard, cast, idea, type Name, post } from "../support/cast";
import { db, useDatabase } from "../support/database";
import { runJobs } from "../support/jobs";

useDatabase();
useApp();

/** Who was told, and why, by name; in the order of names. */
async function told(): Promise<string[]> {
  const all = await db
    .select({ name: users.name, reason: notifications.reason })
    .from(notifications)
    .innerJoin(users, eq(users.id, notifications.userId));
  return all.map(({ name, reason }) => `${name}: ${reason}`).sort();
}

/** Who was mailed, by address. */
async function mailed(): Promise<string[]> {
  const all = await db.select({ to: deliveries.to, status: deliveries.status }).from(deliveries);
  return all
    .filter(({ status }) => status === "accepted")
    .map(({ to }) => to)
    .sort();
}

const move = (viewer: User, to = "planned") =>
  movePost(db, { viewer, number: 1, from: "open", move: { to, answer: "For **3.1**." } as never });

const comment = (viewer: User, body: string, parentId?: string) => {
  const id = uuid();
  return submitComment(db, { viewer, number: 1, id, body, parentId }).then(() => id);
};

const setHandle = (name: Name) =>
  db
    .update(users)
    .set({ handle: name })
    .where(eq(users.email, `${name}@example.com`));

test("a move reaches author, voters, commenters and followers, each once and for what they did, but not its actor", async () => {
  const { ben, cleo, dave, mona, gus, milo } = await cast("ben", "cleo", "dave", "mona", "gus", "milo");
  await post(ben, idea(await addBoard()));
  await castVote(db, { viewer: cleo, number: 1 });
  await comment(cleo, "Yes, please.");
  await comment(dave, "Me too.");
  await followPost(db, { viewer: gus, number: 1, level: "everything" });
  await castVote(db, { viewer: mona, number: 1 });
  await castVote(db, { viewer: milo, number: 1 });
  await followPost(db, { viewer: milo, number: 1, level: "muted" });
  await withdrawVote(db, { viewer: milo, number: 1 });
  await castVote(db, { viewer: milo, number: 1 });
  await runJobs();
  await db.delete(notifications);
  await move(mona);
  await runJobs();
  await runJobs();
  expect(await told()).toEqual(["Ben: author", "Cleo: voter", "Dave: commenter", "Gus: follower"]);
  expect(await mailed()).toEqual(["ben@example.com", "cleo@example.com", "dave@example.com", "gus@example.com"]);
});

test("a job that is done twice tells nobody twice", async () => {
  const { ben, mona } = await cast("ben", "mona");
  await post(ben, idea(await addBoard()));
  await move(mona);
  await runJobs({}, { twice: true });
  expect(await told()).toEqual(["Ben: author"]);
  expect(await mailed()).toEqual(["ben@example.com"]);
});

test("a comment reaches those who follow everything, whom it answers and whom it mentions, unless they muted", async () => {
  const { ben, cleo, dave, gus } = await cast("ben", "cleo", "dave", "milo", "gus");
  for (const name of ["milo", "gus"] as const) await setHandle(name);
  await post(ben, idea(await addBoard()));
  const first = await comment(cleo, "Yes, please.");
  await castVote(db, { viewer: dave, number: 1 });
  await followPost(db, { viewer: gus, number: 1, level: "muted" });
  await runJobs();
  await db.delete(notifications);
  await comment(ben, "Thanks! @milo, @GUS and me@milo.example: is `@ben` fine?", first);
  await runJobs();
  expect(await told()).toEqual(["Cleo: replied", "Milo: mentioned"]);
});

test("one person who mentions another again and again is heard five times in ten minutes, and others as ever", async () => {
  const { ben, cleo, dave } = await cast("ben", "cleo", "dave", "milo");
  await post(ben, idea(await addBoard()));
  for (let i = 0; i < 8; i++) await comment(cleo, `@milo, number ${i}`);
  await runJobs({}, { twice: true });
  const ofMilo = async () => (await told()).filter((one) => one.startsWith("Milo"));
  expect(await ofMilo()).toEqual(Array.from({ length: 5 }, () => "Milo: mentioned"));
  expect((await mailed()).filter((to) => to === "milo@example.com").length).toBeLessThanOrEqual(5);
  await comment(dave, "@milo, too");
  const inAWhile = new Date(Date.now() + 11 * 60_000);
  await submitComment(db, { viewer: cleo, number: 1, id: uuid(), body: "@milo again", at: inAWhile });
  await runJobs();
  expect(await ofMilo()).toHaveLength(7);
});

test("one person who answers another again and again is heard five times in ten minutes, mentions counted in", async () => {
  const { ben, cleo, dave } = await cast("ben", "cleo", "dave", "milo");
  await post(ben, idea(await addBoard()));
  const first = await comment(dave, "Yes, please.");
  await db.update(users).set({ handle: "dave", mailPace: "instant" }).where(eq(users.id, dave.id));
  for (let i = 0; i < 2; i++) await comment(cleo, `@dave, number ${i}`);
  for (let i = 0; i < 6; i++) await comment(cleo, `Number ${i}`, first);
  await runJobs({}, { twice: true });
  const ofDave = async () => (await told()).filter((one) => one.startsWith("Dave"));
  // Jobs do not come in the order of comments, so either may be the last.
  expect(await ofDave()).toHaveLength(5);
  expect((await mailed()).filter((to) => to === "dave@example.com")).toHaveLength(5);
  await comment(ben, "As I said.", first);
  await runJobs();
  expect(await ofDave()).toHaveLength(6);
});

test("a colleague who hands over many posts may still mention somebody", async () => {
  const { mona, milo } = await cast("mona", "milo");
  const board = await addBoard();
  for (let i = 1; i <= 6; i++) {
    await post(mona, idea(board, { title: `Number ${i}` }));
    await assignPost(db, { viewer: mona, number: i, assigneeId: milo.id });
  }
  await runJobs();
  await comment(mona, "@milo, the first of them is urgent.");
  await runJobs();
  expect((await told()).filter((one) => one === "Milo: mentioned")).toHaveLength(7);
});

test("whoever follows and mutes a post to and fro is no news to anybody", async () => {
  const { ben, cleo, mona } = await cast("ben", "cleo", "mona");
  await post(ben, idea(await addBoard()));
  await runJobs();
  await db.delete(notifications);
  for (const level of ["everything", "muted", "milestones", "muted", "everything"] as const)
    await followPost(db, { viewer: cleo, number: 1, level });
  await runJobs();
  expect(await told()).toEqual([]);
  await move(mona);
  await runJobs();
  expect(await told()).toEqual(["Ben: author", "Cleo: follower"]);
});

test("who is called too often still hears as a follower of everything", async () => {
  const { ben, cleo } = await cast("ben", "cleo");
  await post(ben, idea(await addBoard()));
  for (let i = 0; i < 7; i++) await comment(cleo, `@ben, number ${i}`);
  await runJobs();
  const all = await told();
  expect(all.filter((one) => one === "Ben: mentioned")).toHaveLength(5);
  expect(all).toHaveLength(7);
});

test("whoever may no longer see a post hears nothing of it", async () => {
  const { ben, cleo, mona } = await cast("ben", "cleo", "mona");
  await post(ben, idea(await addBoard()));
  await castVote(db, { viewer: cleo, number: 1 });
  await db.update(boards).set({ visibility: "staff" });
  await move(mona);
  await runJobs();
  expect(await told()).toEqual([]);
});

test.each(["~~~\n@cleo\n~~~", "npm i @cleo/node", "    @cleo", "`a @cleo`", "mail@cleo.example"])(
  "%j tells nobody: who is told is who stands out on the page",
  async (body) => {
    const { ben, dave } = await cast("ben", "cleo", "dave");
    await post(ben, idea(await addBoard(), { body }));
    await comment(dave, body);
    await runJobs();
    expect(await told()).toEqual(["Ben: author"]);
  },
);

test("whoever is mentioned anywhere in a bug is told, and a text without an end costs no time", async () => {
  const { ben } = await cast("ben", "cleo", "dave");
  const bug = { kind: "bug" as const, steps: "As @cleo does.", expected: "x", actual: "`".repeat(4000), version: "" };
  await post(ben, { ...idea(await addBoard(), { body: `@dave ${"`".repeat(9000)}${"a".repeat(9000)}` }), ...bug });
  const before = process.cpuUsage();
  await runJobs({}, { only: "notify-people" });
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(2000);
  expect(await told()).toEqual(["Cleo: mentioned", "Dave: mentioned"]);
});
