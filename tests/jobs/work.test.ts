import { type SQL, sql } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { rows } from "#db/client.server";
import { leaveOut } from "#db/messages.server";
import { enqueue, openQueue } from "#db/queue.server";
import { deliveries } from "#db/schema";
import { readEnv } from "~/env.server";
import { openFolder } from "~/integrations/storage/folder.server";
import { unreceived } from "~/jobs/receivers";
import { work } from "~/jobs/work.server";
import { createLog } from "~/log.server";
import { requestSignIn } from "~/models/core/sign-in/request-sign-in.server";
import { movePost } from "~/models/feedback/posts/move-post.server";
import { castVote } from "~/models/feedback/posts/vote-for-post.server";
import { secret } from "../support/app";
import { addBoard, cast, idea, post } from "../support/cast";
import { database, db, heardSoFar, listen, useDatabase } from "../support/database";
import { Collector } from "../support/mailers";
import { portal } from "../support/portal";

// The queue as it runs in production.

useDatabase();

const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

type Doing = Parameters<typeof work>[0]["doing"];

/** A worker that looks for itself so rarely that it has to be told, unless a test says otherwise. */
async function startWorker(
  mailer = new Collector(),
  { look = 60_000, tend = 500, doing }: { look?: number; tend?: number; doing?: Doing } = {},
) {
  const env = readEnv({ NODE_ENV: "test", SESSION_SECRET: secret });
  const origin = "https://feedback.example.com";
  const log = createLog("silent");
  const tools = {
    db,
    portal,
    env,
    log,
    mailer,
    origin,
    now: () => new Date(),
    freshdesk: undefined,
    engine: undefined,
    providers: [],
    storage: openFolder("nowhere"),
    scan: undefined,
    pager: undefined,
  };
  const stop = await work({ database, tools, pace: { look, tend }, doing });
  stops.push(stop);
  return stop;
}

/** A move that Ben and Cleo are to be told of. */
async function move() {
  const { ben, cleo, mona } = await cast("ben", "cleo", "mona");
  await post(ben, idea(await addBoard()));
  await castVote(db, { viewer: cleo, number: 1 });
  await movePost(db, { viewer: mona, number: 1, from: "open", move: { to: "planned", answer: "For 3.1." } });
  return { mona };
}

/** Takes mail about posts and never says what became of it. */
class Hanging extends Collector {
  override async *send(batch: Parameters<Collector["send"]>[0]) {
    if (!batch.isUrgent) await new Promise(() => {});
    yield* super.send(batch);
  }
}

test("a job that hangs on the provider holds up no other kind", async () => {
  const mailer = new Hanging();
  await startWorker(mailer);
  await move();
  await expect
    .poll(async () => (await db.select().from(deliveries)).filter(({ attemptedAt }) => attemptedAt).length, {
      timeout: 15_000,
    })
    .toBe(2);
  await requestSignIn(db, { email: "new@example.com", language: "en" });
  await expect.poll(() => mailer.mails.map(({ to }) => to), { timeout: 15_000 }).toEqual(["new@example.com"]);
});

test("the job of a worker that died is done by another one", async () => {
  await move();
  const dead = openQueue(database, { schedule: false });
  stops.push(() => dead.stop({ graceful: false }));
  await dead.start();
  expect(await dead.fetch("notify-people", { batchSize: 10 })).not.toEqual([]);
  await db.execute(sql`update pgboss.job set expire_in = interval '1 second', retry_delay = 0, retry_backoff = false
    where state = 'active'`);
  const mailer = new Collector();
  await startWorker(mailer, { look: 500 });
  await expect
    .poll(() => mailer.mails.map(({ to }) => to).sort(), { timeout: 40_000 })
    .toEqual(["ben@example.com", "cleo@example.com"]);
}, 60_000);

test("what recurs is on the queue's clock", async () => {
  await startWorker();
  const clock = await rows<{ name: string; cron: string }>(
    db,
    sql`select name, cron from pgboss.schedule order by name`,
  );
  expect(clock.map(({ name, cron }) => ({ name, cron }))).toEqual([
    { name: "announce-roadmaps", cron: "20 6 * * *" },
    { name: "ask-supporters", cron: "*/10 * * * *" },
    { name: "check-freshdesk", cron: "23 * * * *" },
    { name: "clean-up", cron: "17 3 * * *" },
    { name: "close-tickets", cron: "7 * * * *" },
    { name: "compare-revisions", cron: "*/10 * * * *" },
    { name: "forget-access", cron: "*/10 * * * *" },
    { name: "publish-due-articles", cron: "*/10 * * * *" },
    { name: "publish-due-entries", cron: "*/10 * * * *" },
    { name: "reconcile-freshdesk", cron: "* * * * *" },
    { name: "refresh-figures", cron: "* * * * *" },
    { name: "refresh-search", cron: "41 3 * * *" },
    { name: "refresh-wordings", cron: "*/10 * * * *" },
    { name: "remind-article-owners", cron: "40 6 * * *" },
    { name: "render-again", cron: "*/10 * * * *" },
    { name: "renew-promises", cron: "*/10 * * * *" },
    { name: "send-due-mail", cron: "* * * * *" },
    { name: "send-pages", cron: "* * * * *" },
    { name: "send-weekly-reports", cron: "*/15 * * * *" },
    { name: "watch-promises", cron: "* * * * *" },
  ]);
});

test("a hundred jobs are done at once, in a few batches, and one that fails leaves the others be", async () => {
  const done: number[] = [];
  const doing: Doing = {
    "notify-people": async (_tools, data) => {
      const { eventId } = data as { eventId: number };
      if (eventId === 7) throw new Error("It breaks.");
      done.push(eventId);
    },
  };
  const sent = await listen(async () => {
    await startWorker(new Collector(), { tend: 60_000, doing });
    const jobs = Array.from({ length: 100 }, (_, eventId) => ({ name: "notify-people" as const, data: { eventId } }));
    await enqueue(db, jobs);
    await expect.poll(() => done.length, { timeout: 10_000 }).toBe(99);
  });
  expect(new Set(done).size).toBe(99);
  expect(sent.length).toBeLessThan(20);
  await expect.poll(() => countJobs(sql`state = 'completed'`), { timeout: 10_000 }).toBe(99);
  expect(await countJobs(sql`state = 'retry' and output ->> 'message' = 'It breaks.'`)).toBe(1);
});

test("a worker with nothing to do sends one statement for each look, however many queues there are", async () => {
  const looks = 10;
  const sent = await listen(async () => {
    await startWorker(new Collector(), { look: 50, tend: 60_000 });
    await expect.poll(() => dueLooks().length, { timeout: 10_000 }).toBeGreaterThanOrEqual(looks);
  });
  // One besides, for what dead workers left.
  expect(sent.length - dueLooks().length).toBeLessThanOrEqual(1);

  function dueLooks() {
    return heardSoFar().filter(({ text }) => text.includes("pgboss.queue"));
  }
});

test("nothing is queued, or put on the clock, that nobody would receive, until somebody does", async () => {
  const kinds = ["sync-freshdesk", "index-post"];
  const queued = async () => {
    const found = await rows<{ name: string }>(db, sql`select distinct name from pgboss.job order by name`);
    return found.map(({ name }) => name).filter((name) => kinds.includes(name));
  };
  let mona: Awaited<ReturnType<typeof move>>["mona"];
  try {
    leaveOut(database.db, unreceived({}));
    mona = (await move()).mona;
    expect(await countJobs(sql`name = 'notify-people'`)).toBeGreaterThan(0);
    expect(await queued()).toEqual([]);
    await (await startWorker())();
    const clock = await rows<{ name: string }>(db, sql`select name from pgboss.schedule where name like '%freshdesk'`);
    expect(clock).toEqual([]);
  } finally {
    leaveOut(database.db, []);
  }
  leaveOut(database.db, unreceived({ FRESHDESK_DOMAIN: "acme.freshdesk.com", MEILISEARCH_HOST: "http://localhost" }));
  await movePost(db, { viewer: mona, number: 1, from: "planned", move: { to: "under_review", answer: "" } });
  expect(await queued()).toEqual([...kinds].sort());
});

async function countJobs(which: SQL): Promise<number> {
  const [found] = await rows<{ count: number }>(db, sql`select count(*)::int as count from pgboss.job where ${which}`);
  return found?.count ?? 0;
}
