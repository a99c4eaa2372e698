import { readFile, writeFile } from "node:fs/promises";
import postgres from "postgres";
import { startSession } from "~/http/session.server";
import { sessionCookieAt } from "~/http/session-cookie";
import { type AppProcess, startApp } from "../app-process";
import { stopChild } from "../child";
import { backendPids, cpuTimes, usedBetween } from "../cpu-time";
import { table } from "../table";
import { openJobsDatabase, setStage } from "./stage";

// `npm run bench:prepared`: what prepared statements save, and what they cost in memory. Two processes, one that prepares
// and one that does not, are asked the same in turn. Goes to PREPARED.md as well.

const rounds = Number(process.env.BENCH_ROUNDS) || 5;
const requests = 160;
const atATime = 8;
const ways = ["no", "yes"] as const;

const { database, url, stop } = await openJobsDatabase();
const [writer] = await setStage(database, { posts: 30, followers: 5 });
let session = "";
const setCookie = (_name: string, value: string) => {
  session = value;
};
await startSession({ db: database.db, sessionId: undefined, outgoing: { setCookie } } as never, writer?.id ?? "");
const Cookie = `${sessionCookieAt(undefined)}=${session}`;
const get = (path: string) => (origin: string) => fetch(origin + path, { headers: { Cookie } });

function vote(origin: string, i: number): Promise<Response> {
  const body = new URLSearchParams(i % 60 < 30 ? { vote: "on" } : {});
  const headers = { Cookie, Origin: origin };
  return fetch(`${origin}/posts/${1 + (i % 30)}/vote`, { method: "POST", headers, body, redirect: "manual" });
}

const apps = new Map<string, AppProcess>();
for (const way of ways) apps.set(way, await startApp(url, { DATABASE_PREPARE: way, PAGE_CACHE_MB: "0" }));
const post = new URL((await get("/posts/1")(originOf("no"))).url).pathname;
const works: Record<string, (origin: string, i: number) => Promise<Response>> = {
  "list, signed in": get("/"),
  "post page, signed in": get(post),
  vote,
};

const sql = postgres(url, { max: 1, fetch_types: false });
const spent: Record<string, { app: number[]; database: number[] }> = {};
for (let round = 0; round <= rounds; round++) {
  for (const [name, ask] of Object.entries(works)) {
    for (const way of round % 2 ? ways : ways.toReversed()) {
      const found = await measure(way, ask);
      // The first round only warms up.
      if (round === 0) continue;
      timesOf(name, way).app.push(found.app);
      timesOf(name, way).database.push(found.database);
    }
  }
}

function originOf(way: string): string {
  return apps.get(way)?.origin ?? "";
}

function timesOf(name: string, way: string) {
  spent[`${name} ${way}`] ??= { app: [], database: [] };
  return spent[`${name} ${way}`] as { app: number[]; database: number[] };
}

/** Milliseconds of processor time for a request. */
async function measure(way: string, ask: (origin: string, i: number) => Promise<Response>) {
  const origin = originOf(way);
  const pids = { app: [apps.get(way)?.child.pid ?? 0], database: await backendPids(sql) };
  const before = { app: await cpuTimes(pids.app), database: await cpuTimes(pids.database) };
  let next = 0;
  await Promise.all(
    Array.from({ length: atATime }, async () => {
      while (next < requests) {
        const response = await ask(origin, next++);
        await response.arrayBuffer();
        if (response.status >= 400) throw new Error(`${response.url} answered ${response.status}.`);
      }
    }),
  );
  const used = async (part: "app" | "database") =>
    (usedBetween(before[part], await cpuTimes(pids[part])) ?? Number.NaN) / requests;
  return { app: await used("app"), database: await used("database") };
}

/** Kilobytes that the connections of each process have for themselves, on the average. */
async function memory(): Promise<number[]> {
  const found = [];
  for (const way of ways) {
    const child = apps.get(way)?.child;
    if (child) await stopChild(child);
    apps.delete(way);
    const app = await startApp(url, { DATABASE_PREPARE: way, PAGE_CACHE_MB: "0" });
    apps.set(way, app);

    for (const ask of Object.values(works)) for (let i = 0; i < 400; i += atATime) await askSome(app.origin, ask, i);
    const kept = await sql<{ pid: number }[]>`select pid from pg_stat_activity
      where datname = current_database() and application_name = 'groundswell' order by backend_start desc limit 10`;
    const sizes = await Promise.all(kept.map(({ pid }) => privateKilobytes(pid)));
    found.push(sizes.reduce((sum, size) => sum + size, 0) / (sizes.length || 1));
  }
  return found;
}

const askSome = (origin: string, ask: (origin: string, i: number) => Promise<Response>, i: number) =>
  Promise.all(Array.from({ length: atATime }, async (_, j) => (await ask(origin, i + j)).arrayBuffer()));

async function privateKilobytes(pid: number): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, "utf8").catch(() => "");
  const sizes = [...rollup.matchAll(/^Private_(?:Clean|Dirty):\s+(\d+)/gm)].map(([, size]) => Number(size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const rows = Object.keys(works).map((name) => {
  const [no, yes] = ways.map((way) => timesOf(name, way)) as [ReturnType<typeof timesOf>, ReturnType<typeof timesOf>];
  const parts = [no.app, no.database, yes.app, yes.database].map(median) as [number, number, number, number];
  const ratio = (parts[2] + parts[3]) / (parts[0] + parts[1]);
  return [name, ...parts.map((part) => part.toFixed(1)), (parts[3] / parts[1]).toFixed(2), ratio.toFixed(2)];
});
const [unprepared, prepared] = await memory();
const report = `# Results of \`npm run bench:prepared\`

Milliseconds of processor time for a request, medians of ${rounds} rounds of ${requests} requests, ${atATime} at a time, in turn; 30 posts.

${table(["", "app", "database", "app, prepared", "database, prepared", "ratio of database", "ratio of both"], rows)}

Memory that a connection has for itself after 1,200 such requests, mean of ten: ${((unprepared ?? 0) / 1024).toFixed(1)} MB without, ${((prepared ?? 0) / 1024).toFixed(1)} MB with
prepared statements.
`;
console.log(report);
await writeFile(new URL("PREPARED.md", import.meta.url), report);
await Promise.all([...apps.values()].map(({ child }) => stopChild(child)));
await sql.end();
await stop();
process.exit(0);
