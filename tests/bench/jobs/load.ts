import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import type { Sql } from "postgres";
import { v7 as uuid } from "uuid";
import { type Database, rows } from "#db/client.server";
import type { User } from "~/models/core/users/viewer";
import { submitComment } from "~/models/feedback/comments/submit-comment.server";
import { type AppProcess, startApp } from "../app-process";
import { stopChild } from "../child";
import { cpuTimes, usedBetween } from "../cpu-time";
import { percentOfCore } from "./percent-of-core";
import { openJobsDatabase, setStage } from "./stage";

interface Load {
  seconds: number;
  perSecond: number;
  posts: number;
  followers: number;
}

const patience = 600_000;

export async function measureLoad(load: Load) {
  const { database, admin, url, stop } = await openJobsDatabase();
  const writers = await setStage(database, load);
  const app = await startApp(url, { JOBS: "here", MAIL: "none" });
  await fetch(app.origin);
  await untilIdle(database);
  const busy = await comment(database, app, writers, load);
  await untilIdle(database);
  const idle = await measureIdle(admin, app, load.seconds);
  await stopChild(app.child);
  await stop();
  return { ...busy, idle };
}

async function comment(database: Database, { child }: AppProcess, writers: User[], load: Load) {
  const { db } = database;
  const comments = load.seconds * load.perSecond;
  const pids = child.pid ? [child.pid] : [];
  const before = await cpuTimes(pids);
  const begun = performance.now();
  const under: Promise<unknown>[] = [];
  let mostWaiting = 0;
  for (let i = 0; i < comments; i++) {
    await pause(Math.max(0, begun + (i * 1000) / load.perSecond - performance.now()));
    const viewer = writers[i % writers.length] as User;
    const number = ((i * 7) % writers.length) + 1;
    under.push(submitComment(db, { viewer, number, id: uuid(), body: `Thought **${i}** about it.`, parentId: null }));
    if (i % load.perSecond === 0) mostWaiting = Math.max(mostWaiting, await countWaiting(database));
  }
  await Promise.all(under);
  const last = performance.now();
  while ((await countWaiting(database)) > 0) {
    if (performance.now() > last + patience) throw new Error("The jobs do not come to an end.");
    await pause(50);
  }
  const lag = (performance.now() - last) / 1000;
  const [told] = await rows<{ count: number }>(db, sql`select count(*)::int as count from notifications`);
  const perComment = (usedBetween(before, await cpuTimes(pids)) ?? Number.NaN) / comments;
  return { comments, took: (last - begun) / 1000, lag, notifications: told?.count ?? 0, mostWaiting, perComment };
}

async function countWaiting({ db }: Database): Promise<number> {
  const [found] = await rows<{ count: number }>(
    db,
    sql`select count(*)::int as count from pgboss.job where name = 'notify-people' and state < 'completed'`,
  );
  return found?.count ?? 0;
}

async function untilIdle({ db }: Database): Promise<void> {
  for (let quiet = 0; quiet < 5; await pause(1000)) {
    const [found] = await rows<{ count: number }>(
      db,
      sql`select count(*)::int as count from pgboss.job where state < 'completed' and start_after < now()`,
    );
    quiet = found?.count === 0 ? quiet + 1 : 0;
  }
}

async function measureIdle(admin: Sql, app: AppProcess, seconds: number) {
  await admin.unsafe("select pg_stat_statements_reset()");
  const percent = await percentOfCore(app.child, seconds);
  const [sent] = await admin.unsafe("select sum(calls)::int as calls from pg_stat_statements where toplevel");
  return { percent, statements: (sent?.calls ?? 0) / seconds };
}
