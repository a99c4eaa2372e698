import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, inject, test } from "vitest";
import { rows } from "#db/client.server";
import { enqueue, type QueueName } from "#db/queue.server";
import { database, db, useDatabase } from "../support/database";

// Workers as they are in production: processes of their own, which can be killed.

useDatabase();

const workers: ChildProcess[] = [];
const minute = 60_000;
const wait = { timeout: minute, interval: 200 };

beforeEach(async () => {
  await db.execute(sql`drop table if exists begun`);
  await db.execute(sql`create table begun (name text not null, process int not null)`);
});

afterEach(async () => {
  for (const worker of workers.splice(0)) {
    if (worker.exitCode !== null || worker.signalCode !== null) continue;
    worker.kill("SIGTERM");
    await once(worker, "exit");
  }
  await db.execute(sql`drop table begun`);
});

async function startWorker(): Promise<ChildProcess> {
  const place = inject("database");
  const url = new URL(place.kind === "server" ? place.url : "");
  url.pathname = `/${database.name}`;
  const env: NodeJS.ProcessEnv = {
    NODE_ENV: "test",
    PATH: process.env.PATH,
    DATABASE_URL: url.href,
    SESSION_SECRET: "as secret as a test has to be: not at all",
  };
  const worker = fork("tests/support/working-process.ts", {
    env,
    execArgv: ["--import", "tsx"],
  });
  workers.push(worker);
  await Promise.race([once(worker, "message"), once(worker, "exit")]);
  return worker;
}

const add = (queue: QueueName, name: string, isDeadly = false) =>
  enqueue(db, [{ name: queue, data: { name, isDeadly } }]);

const begun = async () =>
  (await rows<{ name: string }>(db, sql`select name from begun order by name`)).map(({ name }) => name);

const fates = () =>
  rows<{ name: string; state: string; output: unknown }>(
    db,
    sql`select data ->> 'name' as name, state::text, output from pgboss.job where name in ('notify-people', 'index-post') order by 1`,
  );

/** What comes about five minutes after a worker died, at once. */
const expire = () =>
  db.execute(sql`update pgboss.job set started_on = started_on - interval '1 hour' where state = 'active'`);

test(
  "a job that ended its process twice is put aside, and those beside it are done",
  async () => {
    for (let i = 0; i < 5; i++) await add("notify-people", `before ${i}`);
    await add("notify-people", "deadly", true);
    for (let i = 0; i < 5; i++) await add("notify-people", `beside ${i}`);
    for (let i = 0; i < 3; i++) await add("index-post", `other ${i}`);
    for (let deaths = 0; deaths < 2; deaths++) {
      const worker = await startWorker();
      if (worker.signalCode === null) await once(worker, "exit");
      await expire();
    }
    await startWorker();
    await expect.poll(async () => (await fates()).filter(({ state }) => state === "completed").length, wait).toBe(13);
    const [dead] = (await fates()).filter(({ name }) => name === "deadly");
    expect(dead).toMatchObject({ state: "failed", output: { processesEnded: 2 } });
    expect((await begun()).filter((name) => name === "deadly")).toHaveLength(2);
  },
  2 * minute,
);

test(
  "several workers never do one job twice, and hear of it from whoever adds it",
  async () => {
    await Promise.all([startWorker(), startWorker()]);
    const names = Array.from({ length: 200 }, (_, i) => `job ${String(i).padStart(3, "0")}`);
    await Promise.all(names.map((name) => add("notify-people", name)));
    await expect.poll(async () => (await fates()).every(({ state }) => state === "completed"), wait).toBe(true);
    expect(await begun()).toEqual(names);
  },
  2 * minute,
);
