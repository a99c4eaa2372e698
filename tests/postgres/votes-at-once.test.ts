import { sql } from "drizzle-orm";
import postgres from "postgres";
import { expect, inject, test } from "vitest";
import { votes } from "#db/schema";
import { castVote, withdrawVote } from "~/models/feedback/posts/vote-for-post.server";
import { useApp } from "../support/app";
import { signedIn } from "../support/browser";
import { addBoard, cast, idea, post } from "../support/cast";
import { database, db, useDatabase } from "../support/database";

useDatabase();
useApp();

const json = { Accept: "application/json" };

/** Keeps everybody from the post until the work is done. */
async function whileHeld<Result>(number: number, work: (waiting: () => Promise<number>) => Promise<Result>) {
  const place = inject("database");
  if (place.kind !== "server") throw new Error("This test needs a server.");
  const url = new URL(place.url);
  url.pathname = `/${database.name}`;
  const holder = postgres(url.href, { max: 2, fetch_types: false, onnotice: () => {} });
  const waiting = async () => {
    const [row] = await holder`select count(*)::int as count from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`;
    return row?.count as number;
  };
  const result = await holder.begin(async (tx) => {
    await tx`select from posts where number = ${number} for update`;
    return { pending: await work(waiting) };
  });
  await holder.end();
  return result.pending;
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 400; i++) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error("It never came to that.");
}

test("a vote taken back while it is being cast is gone", async () => {
  const { ben, cleo } = await cast("ben", "cleo");
  const number = await post(ben, idea(await addBoard()));
  const both = await whileHeld(number, async (waiting) => {
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
  const voting = await whileHeld(hot, async (waiting) => {
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
