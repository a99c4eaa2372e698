import { writeFile } from "node:fs/promises";
import postgres from "postgres";
import { openServerDatabase } from "#db/server-database.server";
import { findPost } from "~/models/feedback/posts/find-post.server";
import { postPath } from "~/models/feedback/posts/post-path";
import { type Comparison, compare } from "../compare";
import { openBenchServer } from "../database";
import { describeMachine } from "../machine";
import { requestAt } from "../requests";
import { responseOf } from "../response";
import { seed } from "../seed/seed";
import { sizeOf } from "../seed/size";
import { signPeopleIn } from "../sign-people-in";
import { closeStage, openStage } from "../stage";
import { findTargets } from "../targets";
import { startProbe } from "./probe";
import { writeReport } from "./report";
import { inventScenarios } from "./scenarios";

// `npm run bench:cache`: pages that are kept, beside a bare server that has the same bytes at hand, while one request
// in a hundred is a vote. All along somebody votes and looks whether the next page shows it. What it prints goes to
// CACHE.md too. BENCH_DATABASE_URL and BENCH_SECONDS as for `npm run bench`.

const size = sizeOf(20_000);
const probing = 400;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => process.exit(130));

const server = await openBenchServer();
const url = await server.create(size.posts);
const sql = postgres(url, { max: 1, fetch_types: false, onnotice: () => {} });
await seed(sql, size);
const { db, close } = openServerDatabase(url);
const { newcomers } = await signPeopleIn(sql);
const targets = await findTargets(db);
const scenarios = await inventScenarios(db, targets, newcomers.slice(probing));
const watched = await findPost(db, null, targets.mostVoted.number);
await close();

const stage = await openStage(url, sql);
await warmUp();
const stopProbe = startProbe(stage.cachedApp.origin, {
  number: targets.mostVoted.number,
  path: postPath(watched ?? { number: targets.mostVoted.number, title: "" }),
  sessions: newcomers.slice(0, probing),
});
const comparisons: Comparison[] = [];
for (const scenario of scenarios) comparisons.push(...(await compare(stage, scenario)).found);
const probe = await stopProbe();
const report = writeReport({ machine: await describeMachine(sql), size, comparisons, probe });
await closeStage(stage);
await sql.end();
await server.stop();
console.log(report);
await writeFile(new URL("CACHE.md", import.meta.url), report);
if (probe.missed > 0) process.exitCode = 1;

/** Compressed forms are made for whoever comes next. */
async function warmUp(): Promise<void> {
  for (let i = 0; i < 5; i++) {
    for (const { requests } of scenarios) await responseOf(stage.cachedApp.origin, requestAt(requests, 0));
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
