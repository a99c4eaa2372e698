import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { openServerDatabase } from "#db/server-database.server";
import { findPost } from "~/models/posts/find-post.server";
import { postPath } from "~/models/posts/post-path";
import { answerOf } from "../answer";
import { startApp } from "../app-process";
import { startChild, stopChild } from "../child";
import { compare } from "../compare";
import { openBenchDatabase } from "../database";
import { describeMachine } from "../machine";
import { requestAt } from "../requests";
import { seed } from "../seed/seed";
import { signPeopleIn } from "../sign-people-in";
import { findTargets } from "../targets";
import { startProbe } from "./probe";
import { writeReport } from "./report";
import { inventScenarios } from "./scenarios";

// `npm run bench:cache`: pages that are kept, beside a bare server that has the same bytes at hand, while one request
// in a hundred is a vote. All along somebody votes and looks whether the next page shows it. What it prints goes to
// CACHE.md too. BENCH_DATABASE_URL and BENCH_SECONDS as for `npm run bench`.

const size = { posts: 20_000, votes: 200_000, users: 5000 };
const rounds = 3;
const dose = { connections: 10, seconds: Number(process.env.BENCH_SECONDS) || 4 };
const probing = 400;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => process.exit(130));

const database = await openBenchDatabase();
const sql = postgres(database.url, { max: 1, fetch_types: false, onnotice: () => {} });
await seed(sql, size);
const { db, close } = openServerDatabase(database.url);
const { newcomers } = await signPeopleIn(sql);
const targets = await findTargets(db);
const scenarios = await inventScenarios(db, targets, newcomers.slice(probing));
const watched = await findPost(db, null, targets.mostVoted);
await close();

const app = await startApp(database.url);
const [floor, load] = [startChild(here("../floor.ts")), startChild(here("../load.ts"))];
await warmUp();
const stopProbe = startProbe(app.origin, {
  number: targets.mostVoted,
  path: postPath(watched ?? { number: targets.mostVoted, title: "" }),
  sessions: newcomers.slice(0, probing),
});
const comparisons = await compare({ app: { ...app, sql }, floor, load }, scenarios, rounds, dose);
const probe = await stopProbe();
const report = writeReport({ machine: await describeMachine(sql), size, dose, rounds, comparisons, probe });
await Promise.all([load, floor, app.child].map(stopChild));
await sql.end();
await database.stop();
console.log(report);
await writeFile(new URL("CACHE.md", import.meta.url), report);
if (probe.missed > 0) process.exitCode = 1;

/** Compressed forms are made for whoever comes next. */
async function warmUp(): Promise<void> {
  for (let i = 0; i < 5; i++) {
    for (const { requests } of scenarios) await answerOf(app.origin, requestAt(requests, 0));
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function here(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}
