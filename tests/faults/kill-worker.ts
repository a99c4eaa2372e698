import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { type Database, rows } from "#db/client.server";
import { announceJobs } from "#db/queue.server";
import { startChild, stopChild } from "../bench/child";

/** How the work stood when a worker was killed. */
export interface Kill {
  /** Milliseconds after it had begun to work. */
  after: number;
  /** Mails that were queued, and that the provider had. */
  queued: number;
  handedOver: number;
}

export function startWorker(databaseUrl: string, env: Record<string, string>): ChildProcess {
  return startChild("build/server/worker.js", {
    PATH: process.env.PATH,
    NODE_ENV: "production",
    DATABASE_URL: databaseUrl,
    SESSION_SECRET: "a secret that lasts as long as this run",
    BASE_URL: "https://feedback.example.com",
    MAIL_FROM: "Groundswell <feedback@example.com>",
    LOG_LEVEL: "fatal",
    MAIL: "none",
    ...env,
  });
}

/** Starts a worker and kills it, again and again, so many milliseconds after it began to work. */
export async function killWorkers(database: Database, start: () => ChildProcess, moments: number[]): Promise<Kill[]> {
  const kills: Kill[] = [];
  for (const after of moments) {
    const before = await countStarted(database);
    const worker = start();
    await untilWorking(database, worker, before);
    await pause(after);
    worker.kill("SIGKILL");
    await once(worker, "exit");
    kills.push({ after, ...(await countMails(database)) });
    await passTime(database);
  }
  return kills;
}

/** Lets a worker do what is left. */
export async function finish(database: Database, start: () => ChildProcess, patience: number): Promise<void> {
  const worker = start();
  const deadline = Date.now() + patience;
  while (await isWorkLeft(database)) {
    if (Date.now() > deadline) throw new Error("The work does not come to an end.");
    await pause(200);
    await passTime(database, 8);
  }
  await stopChild(worker);
}

/** A worker works once it has taken a job, or has nothing to take. */
async function untilWorking(database: Database, worker: ChildProcess, before: number): Promise<void> {
  const deadline = Date.now() + 20_000;
  while ((await countStarted(database)) === before && (await isWorkLeft(database))) {
    if (worker.exitCode !== null || Date.now() > deadline) throw new Error("The worker does not work.");
    await pause(20);
  }
}

async function countStarted({ db }: Database): Promise<number> {
  const [found] = await rows<{ count: number }>(
    db,
    sql`select count(*)::int + coalesce(sum(retry_count), 0)::int as count from pgboss.job
      where name in ('notify-people', 'send-mail') and started_on is not null`,
  );
  return found?.count ?? 0;
}

async function countMails({ db }: Database): Promise<{ queued: number; handedOver: number }> {
  const [found] = await rows<{ queued: number; handedOver: number }>(
    db,
    sql`select count(*) filter (where handed_over_at is null)::int as queued,
      count(handed_over_at)::int as "handedOver" from deliveries`,
  );
  return found ?? { queued: 0, handedOver: 0 };
}

async function isWorkLeft({ db }: Database): Promise<boolean> {
  const [found] = await rows<{ left: number }>(
    db,
    sql`select count(*)::int as left from pgboss.job
      where name in ('notify-people', 'send-mail') and state in ('created', 'retry', 'active')`,
  );
  return (found?.left ?? 0) > 0;
}

/**
 * What the queue does by itself after some minutes, at once: jobs under way for so many seconds are given to the next
 * worker, and those that are to be tried later are tried now.
 */
async function passTime({ db }: Database, seconds = 0): Promise<void> {
  await db.execute(sql`update pgboss.job set state = 'retry', start_after = now(), retry_limit = 1000
    where state = 'retry' or state = 'active' and started_on <= now() - make_interval(secs => ${seconds})`);
  await announceJobs(db, ["notify-people", "send-mail"]);
}
