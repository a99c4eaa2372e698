import { eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { deliveries, notifications, suppressions, users } from "#db/schema";
import type { User } from "~/models/core/users/viewer";
import { submitComment } from "~/models/feedback/comments/submit-comment.server";
import { followPost } from "~/models/feedback/posts/follow-post.server";
import { movePost } from "~/models/feedback/posts/move-post.server";
import { castVote } from "~/models/feedback/posts/vote-for-post.server";
import { findWritten, keepWritten, openBatch } from "~/models/telling/deliveries/batch.server";
import { useApp } from "../support/app";
import { addBoard, cast, idea, post } from "../support/cast";
import { db, useDatabase } from "../support/database";
import { enqueueNow, retryJobs, runJobs } from "../support/jobs";
import { Collector } from "../support/mailers";

useDatabase();
useApp();

const move = (viewer: User) =>
  movePost(db, { viewer, number: 1, from: "open", move: { to: "planned", answer: "For **3.1**." } });

const comment = (viewer: User, body: string, number = 1) => submitComment(db, { viewer, number, id: uuid(), body });

const fates = async () =>
  (
    await db.select({ to: deliveries.to, status: deliveries.status, response: deliveries.response }).from(deliveries)
  ).sort((a, b) => a.to.localeCompare(b.to));

/** A post of Ben's that Cleo and Dave voted for, on which nothing is waiting. */
async function stage() {
  const people = await cast("ben", "cleo", "dave", "mona");
  await post(people.ben, idea(await addBoard()));
  for (const viewer of [people.cleo, people.dave]) await castVote(db, { viewer, number: 1 });
  await runJobs();
  return people;
}

test("a batch that failed is handed over again word for word, under the same id", async () => {
  const { mona, cleo } = await stage();
  await move(mona);
  const mailer = new Collector();
  mailer.failing = { times: 2, arrives: true };
  await expect(runJobs({ mailer })).rejects.toThrow("It hangs.");
  expect((await fates()).map(({ response }) => response)).toEqual(["It hangs.", "It hangs.", "It hangs."]);
  await db.update(users).set({ language: "de", name: "Cleopatra" }).where(eq(users.id, cleo.id));
  await retryJobs();
  await expect(runJobs({ mailer })).rejects.toThrow("It hangs.");
  await retryJobs();
  await runJobs({ mailer });
  expect(mailer.tries).toHaveLength(3);
  expect(mailer.tries[1]).toEqual(mailer.tries[0]);
  expect(mailer.tries[2]).toEqual(mailer.tries[0]);
  expect(await fates()).toEqual(
    ["ben", "cleo", "dave"].map((name) => ({ to: `${name}@example.com`, status: "accepted", response: "250 OK" })),
  );
});

test("of two workers that wrote the same mail, the words of the first one count", async () => {
  const { mona } = await stage();
  await move(mona);
  await runJobs({}, { only: "notify-people" });
  const [first] = await db.select().from(deliveries);
  const batchId = first?.batchId ?? "";
  const { queued: unwritten } = await openBatch(db, batchId);
  const write = (text: string) =>
    unwritten.map(({ id }) => ({ mail: { id, subject: text, html: text, text, headers: {} }, tokens: [] }));
  await keepWritten(db, write("first"));
  await keepWritten(db, write("second"));
  expect((await findWritten(db, batchId)).map(({ text }) => text)).toEqual(["first", "first", "first"]);
});

test("what is handed over is not kept, and never handed over again", async () => {
  const { mona } = await stage();
  await move(mona);
  const mailer = new Collector();
  await runJobs({ mailer }, { twice: true });
  expect(mailer.mails).toHaveLength(3);
  expect((await db.select().from(deliveries)).map(({ html, text }) => [html, text])).toEqual(
    Array(3).fill([null, null]),
  );
});

test("one refused address costs the others nothing", async () => {
  const { mona } = await stage();
  await move(mona);
  const mailer = new Collector();
  mailer.refused.add("cleo@example.com");
  await runJobs({ mailer });
  expect((await fates()).map(({ status }) => status)).toEqual(["accepted", "failed", "accepted"]);
});

test("suppressed addresses, and people who muted or want no mail by now, get none", async () => {
  const { mona, cleo, dave } = await stage();
  await move(mona);
  const mailer = new Collector();
  mailer.failing = { times: 0, arrives: false };
  await runJobs({ mailer }, { only: "notify-people" });
  await db.insert(suppressions).values({ email: "ben@example.com", reason: "bounce" });
  await followPost(db, { viewer: cleo, number: 1, level: "muted" });
  await db.update(users).set({ mailPace: "off" }).where(eq(users.id, dave.id));
  await runJobs({ mailer });
  expect(mailer.mails).toEqual([]);
  expect((await fates()).map(({ status }) => status)).toEqual(["suppressed", "skipped", "skipped"]);
});

test("what the provider's hook said first is not overwritten", async () => {
  const { mona } = await stage();
  await move(mona);
  const mailer = new Collector();
  mailer.failing = { times: 1, arrives: true };
  await expect(runJobs({ mailer })).rejects.toThrow();
  await db.update(deliveries).set({ status: "delivered" }).where(eq(deliveries.to, "ben@example.com"));
  await retryJobs();
  await runJobs({ mailer });
  expect(mailer.tries[1]?.mails).toHaveLength(3);
  expect((await fates()).map(({ status }) => status)).toEqual(["delivered", "accepted", "accepted"]);
});

test("comments of a quarter of an hour come in one mail, each person's own", async () => {
  const { ben, cleo, dave } = await stage();
  const mailer = new Collector();
  await comment(cleo, "First");
  await comment(dave, "Second");
  await followPost(db, { viewer: cleo, number: 1, level: "everything" });
  await comment(ben, "Third");
  await runJobs({ mailer });
  await runDueMail(mailer, 14);
  expect(mailer.mails).toEqual([]);
  await runDueMail(mailer, 16);
  expect(mailer.mails.map(({ to }) => to).sort()).toEqual(["ben@example.com", "cleo@example.com"]);
  const [first] = mailer.mails.filter(({ to }) => to === "ben@example.com");
  expect(first?.text).toContain("First");
  expect(first?.text).toContain("Second");
  expect(first?.text).not.toContain("Third");
  await runDueMail(mailer, 60);
  expect(mailer.mails).toHaveLength(2);
});

test("a digest comes at the hour on the reader's clock, with moves if they want to wait for them", async () => {
  const { ben, cleo, mona } = await stage();
  const wishes = { mailPace: "daily", movesInDigest: true, digestHour: 7, timeZone: "Asia/Kathmandu" } as const;
  await db.update(users).set(wishes).where(eq(users.id, ben.id));
  await comment(cleo, "First");
  await move(mona);
  const mailer = new Collector();
  await runJobs({ mailer });
  expect(mailer.mails.map(({ to }) => to).sort()).toEqual(["cleo@example.com", "dave@example.com"]);
  const waiting = await db.select().from(notifications).where(eq(notifications.userId, ben.id));
  expect(waiting.map(({ mailForm }) => mailForm)).toEqual(["digest", "digest"]);
  for (const { mailDueAt } of waiting) {
    const clock = mailDueAt?.toLocaleTimeString("en-GB", { timeZone: "Asia/Kathmandu" });
    expect(clock).toBe("07:00:00");
  }
  await runDueMail(mailer, 25 * 60);
  const digests = mailer.mails.filter(({ to }) => to === "ben@example.com");
  expect(digests).toHaveLength(1);
  expect(digests[0]?.text).toContain("First");
  expect(digests[0]?.text).toContain("Planned");
});

/** What the clock sets going, so many minutes from now. */
async function runDueMail(mailer: Collector, minutes: number): Promise<void> {
  const now = () => new Date(Date.now() + minutes * 60_000);
  await enqueueNow("send-due-mail");
  await runJobs({ mailer, now });
}
