import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Db } from "#db/client.server";
import { postFigures } from "#db/schema";
import { recordEvent, recordEvents } from "~/models/core/events/record.server";
import type { NewEvent } from "~/models/core/events/types";
import { castVote } from "~/models/feedback/posts/vote-for-post.server";
import { refreshFigures } from "~/models/insights/figures/refresh-figures.server";
import { addBoard, cast, idea, post } from "../support/cast";
import { db, useDatabase } from "../support/database";
import { createReader, expectToRead } from "../support/read-events";

useDatabase();

/** A transaction whose work is done, and which is over when it is told to be. */
async function leaveOpen(work: (tx: Db) => Promise<unknown>): Promise<() => Promise<void>> {
  let isDone = () => {};
  let end = () => {};
  const done = new Promise<void>((resolve) => (isDone = resolve));
  const mayEnd = new Promise<void>((resolve) => (end = resolve));
  const whole = db.transaction(async (tx) => {
    await work(tx);
    isDone();
    await mayEnd;
  });
  await Promise.race([done, whole]);
  return async () => {
    end();
    await whole;
  };
}

test("a vote that comes into sight behind a thousand later events is counted", async () => {
  const { ben, cleo } = await cast("ben", "cleo");
  await post(ben, idea(await addBoard()));
  const votes = async () => (await db.select().from(postFigures).where(eq(postFigures.number, 1)))[0]?.votes;
  await refreshFigures(db);
  const commit = await leaveOpen((tx) => castVote(tx, { viewer: cleo, number: 1 }));
  await recordEvents(db, Array(1100).fill({ type: "user.unsubscribed", actorId: ben.id, data: {}, at: new Date() }));
  expect([await refreshFigures(db), await votes()]).toEqual(["some", 1]);
  await commit();
  expect([await refreshFigures(db), await votes()]).toEqual(["some", 2]);
});

test("whoever reads what happened reads each event once, in whichever order transactions end", async () => {
  const { ben } = await cast("ben");
  const event: NewEvent = { type: "user.unsubscribed", actorId: ben.id, data: {}, at: new Date() };
  const read = createReader();
  const writeOne = (tx: Db) => recordEvent(tx, event);
  const first = await leaveOpen(writeOne);
  const second = await leaveOpen(writeOne);
  const third = await leaveOpen(writeOne);
  await third();
  expect(await read()).toEqual([]);
  await first();
  await expectToRead(read, [1]);
  await recordEvent(db, event);
  expect(await read()).toEqual([]);
  await second();
  await expectToRead(read, [2, 3, 4]);
  expect(await read()).toEqual([]);
});
