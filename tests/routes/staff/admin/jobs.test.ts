import { sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { rows } from "#db/client.server";
import { enqueue } from "#db/queue.server";
import { deliveries } from "#db/schema";
import { useApp } from "../../../support/app";
import { signedIn, words } from "../../../support/browser";
import { cast } from "../../../support/cast";
import { db, useDatabase } from "../../../support/database";
import { runJobs } from "../../../support/jobs";

useDatabase();
useApp();

const queue = "clean-up";

/** A job that has come so far. */
async function job(
  state: "created" | "active" | "retry" | "failed" | "completed",
  data: object = {},
  name = queue,
  outcome: object = { message: `It broke: ${state}` },
) {
  const id = uuid();
  const output = JSON.stringify(outcome);
  await db.execute(sql`insert into pgboss.job
    (id, name, data, state, retry_limit, retry_count, started_on, completed_on, start_after, output)
    values (${id}, ${name}, ${JSON.stringify(data)}::jsonb, ${state}::pgboss.job_state, 12,
      ${state === "failed" ? 12 : 2}, ${state === "created" ? null : new Date().toISOString()}::timestamptz,
      ${state === "failed" || state === "completed" ? new Date().toISOString() : null}::timestamptz,
      now() + interval '1 hour' * ${state === "retry" ? 1 : 0}, ${output}::jsonb)`);
  return id;
}

const states = async (name = queue) =>
  (await rows<{ state: string }>(db, sql`select state::text from pgboss.job where name = ${name} order by id`)).map(
    ({ state }) => state,
  );

const admin = async () => signedIn((await cast("ada")).ada);

test("each queue says what waits, is under way, failed, died and was done in the last day", async () => {
  const ada = await admin();
  await job("created");
  await job("created");
  await job("active");
  await job("retry");
  await job("failed");
  await job("completed");
  const old = await job("completed");
  await db.execute(sql`update pgboss.job set completed_on = now() - interval '2 days' where id = ${old}`);
  const page = await ada.get("/staff/jobs");
  expect(words(page)).toContain("clean-upWaiting2Under way1To be tried again1Done in a day1Dead1");
  expect(words(page)).not.toContain("__pgboss");
  expect(words(page)).toMatch(/It broke: failed.*It broke: retry/);
  expect(words(page)).toContain("13 tries");
});

test("a dead job that is retried is done as if it were new; one that waits is done at once", async () => {
  const ada = await admin();
  await job("retry");
  const dead = await job("failed");
  expect((await ada.submit("/staff/jobs/retry", { queue, id: dead })).html).toContain("1 job is being tried again");
  expect(await states()).toEqual(["retry", "retry"]);
  await runJobs();
  expect(await states()).toEqual(["retry", "completed"]);
  await ada.submit("/staff/jobs/retry", { queue });
  await runJobs();
  expect(await states()).toEqual(["completed", "completed"]);
});

test("a job that ended its process is shown as such, and can be retried", async () => {
  const ada = await admin();
  await job("retry", {}, queue, { processesEnded: 1, message: "…" });
  const dead = await job("failed", {}, queue, { processesEnded: 2, message: "…" });
  const page = words(await ada.get("/staff/jobs"));
  expect(page).toContain("Ended its process: two processes ended, or stood still, while they were at this job.");
  expect(page).toContain("It is done alone next.");
  await ada.submit("/staff/jobs/retry", { queue, id: dead });
  await runJobs();
  expect(await states()).toContain("completed");
});

test("a retried job has all its tries again", async () => {
  const ada = await admin();
  await job("failed");
  await ada.submit("/staff/jobs/retry", { queue });
  const [row] = await rows(db, sql`select retry_count, retry_limit, started_on, completed_on from pgboss.job`);
  expect(row).toEqual({ retry_count: 0, retry_limit: 12, started_on: null, completed_on: null });
});

test("all dead jobs of a queue are discarded, and no others", async () => {
  const ada = await admin();
  for (const state of ["created", "active", "retry", "failed", "failed", "completed"] as const) await job(state);
  await job("failed", {}, "notify-people");
  expect((await ada.submit("/staff/jobs/discard", { queue })).html).toContain("2 jobs are discarded");
  expect(await states()).toEqual(["created", "active", "retry", "completed"]);
  expect(await states("notify-people")).toEqual(["failed"]);
});

test("one job is discarded, unless somebody is at it", async () => {
  const ada = await admin();
  const [retrying, active] = [await job("retry"), await job("active")];
  await ada.submit("/staff/jobs/discard", { queue, id: retrying });
  expect((await ada.submit("/staff/jobs/discard", { queue, id: active })).html).toContain("0 jobs are discarded");
  expect(await states()).toEqual(["active"]);
});

test("mails that only a discarded job would have sent have failed", async () => {
  const ada = await admin();
  const [batchId, signInId] = [uuid(), uuid()];
  const mail = { kind: "move" as const, to: "ben@example.com" };
  await db.insert(deliveries).values([
    { ...mail, id: uuid(), batchId },
    { ...mail, id: uuid(), batchId, status: "delivered" },
    { ...mail, id: signInId, kind: "sign-in" },
    { ...mail, id: uuid(), to: "cleo@example.com", batchId: uuid() },
  ]);
  await job("failed", { batchId }, "send-mail");
  await job("failed", { signInId }, "send-sign-in-mail");
  await ada.submit("/staff/jobs/discard", { queue: "send-mail" });
  await ada.submit("/staff/jobs/discard", { queue: "send-sign-in-mail" });
  const fates = await db.select().from(deliveries).orderBy(deliveries.id);
  expect(
    fates
      .filter(({ to }) => to === mail.to)
      .map(({ status }) => status)
      .sort(),
  ).toEqual(["delivered", "failed", "failed"]);
  expect(fates.find(({ to }) => to === "cleo@example.com")?.status).toBe("queued");
});

test("what recurs is there with its clock and its last time", async () => {
  const ada = await admin();
  await db.execute(
    sql`insert into pgboss.schedule (name, cron) values ('clean-up', '17 3 * * *'), ('send-due-mail', '* * * * *')`,
  );
  await job("completed");
  const page = words(await ada.get("/staff/jobs"));
  expect(page).toMatch(/clean-up17 3 \* \* \*Last on/);
  expect(page).toMatch(/send-due-mail\* \* \* \* \*Not yet/);
});

test("a sign-in mail that came too late to let anybody in does not wait for ever", async () => {
  await cast("ada");
  const id = uuid();
  await db.insert(deliveries).values({ id, kind: "sign-in", to: "ben@example.com" });
  await enqueue(db, [{ name: "send-sign-in-mail", data: { signInId: id } }]);
  await runJobs();
  expect((await db.select().from(deliveries)).map(({ status }) => status)).toEqual(["failed"]);
});
