import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { votes } from "#db/schema";
import { castVote, withdrawVote } from "~/models/feedback/posts/vote-for-post.server";
import { useApp } from "../support/app";
import { signedIn } from "../support/browser";
import { addBoard, cast, idea, post } from "../support/cast";
import { db, useDatabase } from "../support/database";
import { until, whileHeld } from "../support/while-held";

useDatabase();
useApp();

const json = { Accept: "application/json" };

test("a vote taken back while it is being cast is gone", async () => {
  const { ben, cleo } = await cast("ben", "cleo");
  const number = await post(ben, idea(await addBoard()));
  const both = await whileHeld({ table: "posts", number }, async (waiting) => {
    const casting = castVote(db, { viewer: cleo, number });
    await until(async () => (await waiting()) === 1);
    const withdrawing = withdrawVote(db, { viewer: cleo, number });
    await until(async () => (await waiting()) === 2);
    return [casting, withdrawing];
  });
  expect(await Promise.all(both)).toEqual([
    { voted: true, voteCount: 2 },
    { voted: false, voteCount: 1 },
  ]);
  expect(await db.select().from(votes)).toMatchObject([{ userId: ben.id }]);
});

test("a post that everybody votes for takes two connections, and whoever wants another finds one", async () => {
  const { ben, cleo, ada, mona, gus, milo, dave } = await cast("ben", "cleo", "ada", "mona", "gus", "milo", "dave");
  const board = await addBoard();
  const hot = await post(ben, idea(board));
  const other = await post(ben, idea(board));
  const crowd = await Promise.all([cleo, ada, mona, gus, milo, dave].map(signedIn));
  const reader = await signedIn(ben);
  const voting = await whileHeld({ table: "posts", number: hot }, async (waiting) => {
    const voting = crowd.flatMap((visitor) =>
      Array.from({ length: 4 }, () => visitor.post(`/posts/${hot}/vote`, { vote: "on" }, json)),
    );
    await until(async () => (await waiting()) === 2);
    expect((await reader.get("/")).status).toBe(200);
    const elsewhere = await reader.post(`/posts/${other}/vote`, { vote: "on" }, json);
    expect(JSON.parse(elsewhere.html)).toEqual({ voted: true, voteCount: 1 });
    expect(await waiting()).toBe(2);
    return voting;
  });
  expect((await Promise.all(voting)).map(({ status }) => status)).toEqual(Array(24).fill(200));
  const [counted] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(votes)
    .where(sql`post_id in (select id from posts where number = ${hot})`);
  expect(counted?.count).toBe(7);
});
