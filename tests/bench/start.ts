import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import autocannon from "autocannon";
import { freePort } from "../support/free-port";
import { startChild, stopChild } from "./child";
import { openBenchDatabase } from "./database";
import { table } from "./table";
import { untilReady } from "./until-ready";

// `npm run bench:start`: how long a start on a migrated PostgreSQL takes, from spawning to `/readyz`, and how much
// memory the process has then and after a load of pages that are rendered.

const rounds = 5;
const goals = { readyMs: 1000, memoryMb: 200 };

async function megabytesOf(pid: number | undefined): Promise<number> {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kilobytes) / 1024;
}

async function measure(databaseUrl: string) {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const began = performance.now();
  const child = startChild("build/server/main.js", {
    PATH: process.env.PATH,
    NODE_ENV: "production",
    DATABASE_URL: databaseUrl,
    SESSION_SECRET: randomBytes(32).toString("hex"),
    LOG_LEVEL: "warn",
    HOST: "127.0.0.1",
    PORT: String(port),
  });
  await untilReady(origin, child, 5);
  const readyMs = performance.now() - began;
  const idle = await megabytesOf(child.pid);
  await autocannon({ url: `${origin}/?sort=top`, headers: { cookie: "theme=dark" }, connections: 16, duration: 10 });
  const loaded = await megabytesOf(child.pid);
  await stopChild(child);
  return { readyMs, idle, loaded };
}

const database = await openBenchDatabase();
const all: Awaited<ReturnType<typeof measure>>[] = [];
for (let round = 0; round < rounds; round++) all.push(await measure(database.url));
await database.stop();

const middle = (numbers: number[]): number => numbers.sort((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;
const row = (name: string, numbers: number[], goal?: number): string[] => {
  const value = middle(numbers);
  return [name, goal ? (value < goal ? "reached" : "missed") : "–", value.toFixed(0), goal ? String(goal) : "–"];
};
const rows = [
  row(
    "ready, ms",
    all.map(({ readyMs }) => readyMs),
    goals.readyMs,
  ),
  row(
    "memory at the start, MB",
    all.map(({ idle }) => idle),
  ),
  row(
    "memory after ten seconds of load, MB",
    all.map(({ loaded }) => loaded),
    goals.memoryMb,
  ),
];
console.log(table(["what", "goal", "median", "at most"], rows, 2));
process.exit(0);
