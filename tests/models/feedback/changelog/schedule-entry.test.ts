import { eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { rows } from "#db/client.server";
import { entries, events, posts, users } from "#db/schema";
import { readLocalMoment, writeLocalMoment } from "~/models/core/local-moment";
import type { User } from "~/models/core/users/viewer";
import { scheduleEntry, unscheduleEntry } from "~/models/feedback/changelog/schedule-entry.server";
import { useApp } from "../../../support/app";
import { addBoard, cast, idea, post } from "../../../support/cast";
import { draftEntry, publish } from "../../../support/changelog";
import { db, useDatabase } from "../../../support/database";
import { enqueueNow, runJobs } from "../../../support/jobs";

useDatabase();
useApp();

let people: Record<"mona" | "ben", User>;

beforeEach(async () => {
  people = await cast("mona", "ben");
});

const minutes = (count: number) => new Date(Date.now() + count * 60_000);

const schedule = (number: number, scheduledFor: Date, tellsSubscribers = true) =>
  scheduleEntry(db, { viewer: people.mona, number, for: scheduledFor, tellsSubscribers });

/** What the clock does when it is `at`. */
async function clockStrikes(at: Date): Promise<void> {
  await enqueueNow("publish-due-entries");
  await runJobs({ now: () => at });
}

const find = async (number: number) => (await db.select().from(entries).where(eq(entries.number, number)))[0];

test("an entry is published at its time and not before, in the name and language of whoever scheduled it", async () => {
  await post(people.ben, idea(await addBoard()));
  await db.update(posts).set({ status: "in_progress" });
  await db.update(users).set({ language: "de" }).where(eq(users.id, people.mona.id));
  const number = await draftEntry(people.mona, { postNumbers: "1" });
  await schedule(number, minutes(30));
  await clockStrikes(minutes(29));
  expect(await find(number)).toMatchObject({ publishedAt: null, scheduledFor: expect.any(Date) });
  await clockStrikes(minutes(31));
  expect(await find(number)).toMatchObject({ publishedAt: expect.any(Date), scheduledFor: null, refusal: null });
  const [move] = await rows<{ answer: string; actor: string }>(
    db,
    sql`select answer_markdown as answer, actor_id as actor from moves`,
  );
  expect(move?.answer).toMatch(/^Es ist da\. Mehr darüber: \[Dark mode is there\]\(http/);
  expect(move?.actor).toBe(people.mona.id);
});

test("a job waits for its time in the queue; at another time, or at none, the old job finds nothing to do", async () => {
  const number = await draftEntry(people.mona);
  const [early, late] = [minutes(10), minutes(60)];
  await schedule(number, early);
  await schedule(number, late);
  const waiting = await rows<{ at: string | Date }>(
    db,
    sql`select start_after as at from pgboss.job where name = 'publish-due-entries' order by start_after`,
  );
  expect(waiting.map(({ at }) => new Date(at).getTime())).toEqual([early, late].map((at) => at.getTime()));
  await clockStrikes(minutes(11));
  expect((await find(number))?.publishedAt).toBeNull();
  await unscheduleEntry(db, { viewer: people.mona, number });
  await unscheduleEntry(db, { viewer: people.mona, number });
  await clockStrikes(minutes(61));
  expect(await find(number)).toMatchObject({ publishedAt: null, scheduledFor: null });
  const taken = await db.select({ id: events.id }).from(events).where(eq(events.type, "entry.unscheduled"));
  expect(taken).toHaveLength(1);
});

test("one that cannot be published at its time is a draft again and says why, and those after it go out", async () => {
  const boardId = await addBoard();
  await post(people.ben, idea(boardId));
  await post(people.ben, idea(boardId, { title: "Nobody has decided" }));
  await db.update(posts).set({ status: "in_progress" }).where(eq(posts.number, 1));
  const stuck = await draftEntry(people.mona, { postNumbers: "1 2" });
  const free = await draftEntry(people.mona, { title: "Free to go" });
  await schedule(stuck, minutes(1));
  await schedule(free, minutes(2));
  await clockStrikes(minutes(3));
  expect(await find(stuck)).toMatchObject({
    publishedAt: null,
    scheduledFor: null,
    refusal: { code: "postNotFinishable", params: { title: "Nobody has decided" } },
  });
  expect((await find(free))?.publishedAt).not.toBeNull();
  const [first] = await db.select({ status: posts.status }).from(posts).where(eq(posts.number, 1));
  expect(first?.status).toBe("in_progress");
  await schedule(stuck, minutes(9));
  expect((await find(stuck))?.refusal).toBeNull();
});

test("whoever may not publish any more publishes nothing by having scheduled it", async () => {
  await post(people.ben, idea(await addBoard()));
  await db.update(posts).set({ status: "in_progress" });
  const number = await draftEntry(people.mona, { postNumbers: "1" });
  const wordy = await draftEntry(people.mona, { title: "Without a post" });
  await schedule(number, minutes(1));
  await schedule(wordy, minutes(1));
  for (const values of [{ role: "member" }, { role: "maintainer", blockedAt: new Date() }] as const) {
    await db.update(users).set(values).where(eq(users.id, people.mona.id));
    await clockStrikes(minutes(2));
    for (const one of [number, wordy]) {
      expect(await find(one)).toMatchObject({ publishedAt: null, refusal: { code: "forbidden" } });
      await schedule(one, minutes(1));
    }
  }
});

test("publishing by hand takes the time away, and a published entry gets none", async () => {
  const number = await draftEntry(people.mona);
  await schedule(number, minutes(10));
  await publish(people.mona, number);
  expect(await find(number)).toMatchObject({ scheduledFor: null, publishedAt: expect.any(Date) });
  await expect(schedule(number, minutes(10))).rejects.toThrow("entryPublished");
});

test("a time in the past, or none at all, is refused", async () => {
  const number = await draftEntry(people.mona);
  await expect(schedule(number, minutes(-1))).rejects.toMatchObject({ code: "momentPast" });
  for (const text of ["", "tomorrow", "2026-13-01T10:00"])
    expect(() => readLocalMoment(text, "UTC")).toThrow("momentWrong");
});

test.each([
  ["2026-12-01T09:30", "Europe/Berlin", "2026-12-01T08:30:00.000Z"],
  ["2026-07-01T09:30", "Europe/Berlin", "2026-07-01T07:30:00.000Z"],
  ["2026-12-01T09:30", "Asia/Kolkata", "2026-12-01T04:00:00.000Z"],
])("%s on the clock of %s is %s, there and back", (text, zone, utc) => {
  expect(readLocalMoment(text, zone).toISOString()).toBe(utc);
  expect(writeLocalMoment(utc, zone)).toBe(text);
});
