import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { events, follows, posts, votes } from "#db/schema";
import { followPost } from "~/models/feedback/posts/follow-post.server";
import { movePost } from "~/models/feedback/posts/move-post.server";
import { deletePost } from "~/models/feedback/posts/set-post-flag.server";
import { castVote, withdrawVote } from "~/models/feedback/posts/vote-for-post.server";
import { addBoard, cast, idea, post } from "../../../support/cast";
import { db, useDatabase } from "../../../support/database";

useDatabase();

const voteEvents = () => db.select().from(events).where(eq(events.type, "post.voted"));

test("a vote counts, follows at milestones, and is one event", async () => {
  const { ben, cleo } = await cast("ben", "cleo");
  const number = await post(ben, idea(await addBoard()));
  expect(await castVote(db, { viewer: cleo, number })).toEqual({ voted: true, voteCount: 2 });
  const [row] = await db.select({ votes: posts.voteCount, followers: posts.followerCount }).from(posts);
  expect(row).toEqual({ votes: 2, followers: 2 });
  const [follow] = await db.select().from(follows).where(eq(follows.userId, cleo.id));
  expect(follow?.level).toBe("milestones");
  expect(await voteEvents()).toHaveLength(1);
});

test("who posts, votes, which can be taken back and given again as any vote", async () => {
  const { ben } = await cast("ben");
  const number = await post(ben, idea(await addBoard()));
  expect(await castVote(db, { viewer: ben, number })).toEqual({ voted: true, voteCount: 1 });
  expect(await voteEvents()).toHaveLength(0);
  expect(await withdrawVote(db, { viewer: ben, number })).toEqual({ voted: false, voteCount: 0 });
  expect(await castVote(db, { viewer: ben, number })).toEqual({ voted: true, voteCount: 1 });
  const [follow] = await db.select({ level: follows.level }).from(follows);
  expect(follow?.level).toBe("everything");
});

test("a vote sent twice, also at the same moment, counts once", async () => {
  const { ben, cleo } = await cast("ben", "cleo");
  const number = await post(ben, idea(await addBoard()));
  await Promise.all(Array.from({ length: 8 }, () => castVote(db, { viewer: cleo, number })));
  expect(await castVote(db, { viewer: cleo, number })).toEqual({ voted: true, voteCount: 2 });
  expect(await db.select().from(votes).where(eq(votes.userId, cleo.id))).toHaveLength(1);
  expect(await voteEvents()).toHaveLength(1);
});

test("many people voting at once are all counted", async () => {
  const everybody = await cast("ada", "mona", "gus", "milo", "ben", "cleo", "dave");
  const number = await post(everybody.ben, idea(await addBoard()));
  await Promise.all(Object.values(everybody).map((viewer) => castVote(db, { viewer, number })));
  const [row] = await db.select({ votes: posts.voteCount, followers: posts.followerCount }).from(posts);
  expect(row).toEqual({ votes: 7, followers: 7 });
});

test("a vote taken back is gone, taking it back again changes nothing, and following goes on", async () => {
  const { ben, cleo } = await cast("ben", "cleo");
  const number = await post(ben, idea(await addBoard()));
  await castVote(db, { viewer: cleo, number });
  expect(await withdrawVote(db, { viewer: cleo, number })).toEqual({ voted: false, voteCount: 1 });
  expect(await withdrawVote(db, { viewer: cleo, number })).toEqual({ voted: false, voteCount: 1 });
  expect(await db.select().from(follows).where(eq(follows.userId, cleo.id))).toHaveLength(1);
  expect(await db.select().from(events).where(eq(events.type, "post.unvoted"))).toHaveLength(1);
});

test("muting outlives voting again", async () => {
  const { ben, cleo } = await cast("ben", "cleo");
  const number = await post(ben, idea(await addBoard()));
  await castVote(db, { viewer: cleo, number });
  await followPost(db, { viewer: cleo, number, level: "muted" });
  await withdrawVote(db, { viewer: cleo, number });
  await castVote(db, { viewer: cleo, number });
  const [follow] = await db
    .select()
    .from(follows)
    .where(and(eq(follows.userId, cleo.id)));
  expect(follow?.level).toBe("muted");
  const [row] = await db.select({ followers: posts.followerCount }).from(posts);
  expect(row?.followers).toBe(1);
});

test("votes on a closed post are frozen, and thaw when it opens again", async () => {
  const { ben, cleo, mona } = await cast("ben", "cleo", "mona");
  const number = await post(ben, idea(await addBoard()));
  await castVote(db, { viewer: cleo, number });
  await movePost(db, { viewer: mona, number, from: "open", move: { to: "declined", answer: "Not now." } });
  await expect(withdrawVote(db, { viewer: cleo, number })).rejects.toThrow("votingClosed");
  await expect(castVote(db, { viewer: ben, number })).rejects.toThrow("votingClosed");
  await movePost(db, { viewer: mona, number, from: "declined", move: { to: "open", answer: "" } });
  expect(await castVote(db, { viewer: ben, number })).toEqual({ voted: true, voteCount: 2 });
});

test("a post that the voter cannot see is not found", async () => {
  const { ben, mona } = await cast("ben", "mona");
  const hidden = await post(mona, idea(await addBoard("secret", "staff")));
  const deleted = await post(mona, idea(await addBoard("app")));
  await deletePost(db, { viewer: mona, number: deleted, on: true });
  for (const number of [hidden, deleted, 99]) {
    await expect(castVote(db, { viewer: ben, number })).rejects.toThrow("notFound");
  }
});
