import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { openServerDatabase } from "#db/server-database.server";
import { startApp } from "./app-process";
import { startChild, stopChild } from "./child";
import { type Comparison, compare } from "./compare";
import { openBenchDatabase } from "./database";
import { describeMachine } from "./machine";
import { listCases, pageCase } from "./plans/cases";
import { explainAll } from "./plans/plans";
import { writeReport } from "./report";
import { inventScenarios, type Scenario } from "./scenarios";
import { seed } from "./seed/seed";
import { signPeopleIn } from "./sign-people-in";
import { findTargets } from "./targets";
import { checkVotes, countVotes } from "./votes";

// `npm run bench`: how fast the app is on this machine beside the least that a server in Node can do, and
// whether the list's queries find their indexes. What it prints goes to RESULTS.md too.
//
// BENCH_DATABASE_URL: a PostgreSQL server where it may make a database; else it starts one of its own.
// BENCH_SECONDS: how long each scenario is measured in each round.

const size = { posts: 100_000, votes: 1_000_000, users: 20_000 };
const rounds = 3;
const dose = { connections: 10, seconds: Number(process.env.BENCH_SECONDS) || 5 };
const longest = 20 * 60_000 + rounds * dose.seconds * 100_000;

// Whatever we have started ends when we do.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => process.exit(130));
setTimeout(() => {
  throw new Error("The bench takes too long.");
}, longest).unref();

const database = await openBenchDatabase();
const sql = postgres(database.url, { max: 1, fetch_types: false, onnotice: () => {} });
say(`seeding ${size.posts} posts and ${size.votes} votes`);
await seed(sql, size);
const { plans, scenarios } = await prepare();
const comparisons = await race(scenarios);
const report = writeReport({ facts: await facts(), comparisons, plans });
await sql.end();
await database.stop();
console.log(report);
await writeFile(new URL("RESULTS.md", import.meta.url), report);
const bad = plans.filter(({ isJudged, faults }) => isJudged && faults.length > 0);
if (bad.length > 0) {
  console.error(`${bad.length} queries of the list have a bad plan.`);
  process.exitCode = 1;
}

/** What is going to be measured, and how the database answers while nobody disturbs it. */
async function prepare() {
  const { db, close } = openServerDatabase(database.url);
  const people = await signPeopleIn(sql);
  const targets = await findTargets(db);
  const scenarios = await inventScenarios(sql, db, people, targets);
  await close();
  say("explaining plans");
  const pages = [pageCase("300 comments", targets.mostDiscussed), pageCase("most votes", targets.mostVoted)];
  return { scenarios, plans: await explainAll(sql, [...(await listCases(sql, people.member)), ...pages]) };
}

async function race(scenarios: Scenario[]): Promise<Comparison[]> {
  const app = await startApp(database.url);
  const floor = startChild(here("floor.ts"));
  const load = startChild(here("load.ts"));
  say(`measuring ${scenarios.length} scenarios in ${rounds} rounds of ${dose.seconds} s, app and floor in turn`);
  const votes = await countVotes(sql);
  const comparisons = await compare({ app: { ...app, sql }, floor, load }, scenarios, rounds, dose);
  checkVotes((await countVotes(sql)) - votes, comparisons);
  await Promise.all([load, floor, app.child].map(stopChild));
  return comparisons;
}

async function facts(): Promise<string[]> {
  const { posts, votes, users } = size;
  return [
    ...(await describeMachine(sql)),
    `${posts} posts, ${votes} votes, ${users} people`,
    `${dose.connections} connections, each with one request at a time; ${rounds} rounds of ${dose.seconds} seconds`,
  ];
}

function here(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}

function say(what: string): void {
  console.error(`${new Date().toISOString().slice(11, 19)} ${what}`);
}
