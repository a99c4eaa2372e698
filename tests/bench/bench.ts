import { writeFile } from "node:fs/promises";
import postgres from "postgres";
import { connections, seconds } from "./compare";
import { openBenchServer } from "./database";
import type { Portal } from "./findings";
import { lookAtPortal, type Seen } from "./look-at-portal";
import { describeMachine } from "./machine";
import { writeReport } from "./report";
import { say } from "./say";
import { sizeOf } from "./seed/size";

// `npm run bench`: how fast the app is on this machine with few and with many posts, beside the least that a server
// in Node can do and beside the database alone. What it prints goes to RESULTS.md too, after each size.
//
// BENCH_DATABASE_URL: a PostgreSQL server where it may make databases; else it starts one of its own.
// BENCH_REUSE: looks there at what the last run left, and seeds only what is missing.
// BENCH_SIZES: numbers of posts, such as 10000,100000; the smallest is what bigger ones are compared with.
// BENCH_SECONDS: how long the app is measured in each round.
// BENCH_TEXTS: a table in CSV with the columns title and body, of which posts are made.

const sizes = (process.env.BENCH_SIZES ?? "10000,100000,1000000").split(",").map(Number);
const all = [10_000, 100_000, 1_000_000];
const longest = 60 * 60_000;

// Whatever we have started ends when we do.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => process.exit(130));
setTimeout(() => {
  throw new Error("The bench takes too long.");
}, longest).unref();

const begun = performance.now();
const server = await openBenchServer();
const portals: Portal[] = [];
let smallest: Seen | undefined;
for (const size of sizes.map(sizeOf)) {
  const url = await server.create(size.posts);
  const seen = await lookAtPortal(url, size, smallest, say);
  smallest ??= seen;
  portals.push(seen.portal);
  const missing = all.filter((posts) => !portals.some((portal) => portal.posts === posts));
  const report = writeReport({ facts: await facts(url), portals, missing });
  await writeFile(new URL("RESULTS.md", import.meta.url), report);
  if (size.posts === sizes.at(-1)) console.log(report);
}
await server.stop();
if (portals.some(({ faults }) => faults.length > 0)) process.exitCode = 1;

async function facts(url: string): Promise<string[]> {
  const sql = postgres(url, { max: 1, fetch_types: false });
  const machine = await describeMachine(sql);
  await sql.end();
  const minutes = ((performance.now() - begun) / 60_000).toFixed(0);
  return [
    ...machine,
    `${connections.join(", ")} connections, each with one request at a time; two rounds of ${seconds} seconds`,
    `The run took ${minutes} minutes`,
  ];
}
