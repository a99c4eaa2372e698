import { loadavg } from "node:os";
import postgres, { type Sql } from "postgres";
import { openServerDatabase } from "#db/server-database.server";
import { memoryOf, startApp } from "./app-process";
import { askingScenarios } from "./asking-scenarios";
import { stopChild } from "./child";
import { type Comparison, compare, type Tally } from "./compare";
import { measureDatabaseTime } from "./database-time";
import { fillPortal, isIndexed } from "./fill-portal";
import type { Portal } from "./findings";
import { measureGrowth } from "./growth";
import { listCases, pageCase } from "./plans/cases";
import { explainAll, type Plan } from "./plans/plans";
import { readingScenarios, type Stock } from "./reading-scenarios";
import type { Scenario } from "./scenarios";
import { findWrongCounters } from "./seed/recount";
import type { Size } from "./seed/size";
import { signPeopleIn } from "./sign-people-in";
import { closeStage, openStage, type Stage } from "./stage";
import { findTargets } from "./targets";
import { cachedScenario, writingScenarios } from "./writing-scenarios";
import { countRows, missingRows } from "./written";

/** A portal that was looked at, for bigger ones to be compared with. */
export interface Seen {
  portal: Portal;
  url: string;
  reading: Scenario[];
}

type Say = (what: string) => void;

/** Fills an empty database with a portal of that size, and finds out everything about it. */
export async function lookAtPortal(url: string, size: Size, smallest: Seen | undefined, say: Say): Promise<Seen> {
  const sql = postgres(url, { max: 1, fetch_types: false, onnotice: () => {} });
  say(`seeding ${size.posts} posts and ${size.votes} votes`);
  const facts = await fillPortal(sql, url, size);
  const { db, close } = openServerDatabase(url);
  const stock: Stock = { sql, db, size, people: await signPeopleIn(sql), targets: await findTargets(db) };
  say("explaining plans");
  const plans = await explain(stock);
  const reading = await readingScenarios(stock);
  const asking = isIndexed(size) ? await askingScenarios(stock) : [];
  say("timing questions in the database");
  const databaseTimes = isIndexed(size) ? await measureDatabaseTime(url, stock.people.member) : [];
  const scenarios = [...reading, ...asking, ...(await writingScenarios(stock))];
  const starts = await timeStarts(url);
  const stage = await openStage(url, sql);
  facts.push(`Load average when the measuring began: ${loadavg()[0]?.toFixed(1)}; above 1 others were at work, too`);
  say(`measuring ${scenarios.length} scenarios`);
  // What is in the list that the cache has at hand is known when all others have written.
  const { comparisons, faults } = await race(stage, sql, [...scenarios, () => cachedScenario(stock)], say);
  await close();
  const growth = smallest ? await besideSmallest(stage, reading, smallest) : [];
  const memory = { uncached: await memoryOf(stage.app.child), cached: await memoryOf(stage.cachedApp.child) };
  await closeStage(stage);
  faults.push(...(await findWrongCounters(sql)), ...faultsOfPlans(plans));
  await sql.end();
  const portal = { posts: size.posts, facts, comparisons, databaseTimes, growth, plans, starts, memory, faults };
  return { portal, url, reading };
}

async function explain({ sql, size, people, targets }: Stock): Promise<Plan[]> {
  const pages = [
    pageCase("300 comments", targets.mostDiscussed.number),
    pageCase("most votes", targets.mostVoted.number),
  ];
  return explainAll(sql, [...(await listCases(sql, size, people.member)), ...pages]);
}

const faultsOfPlans = (plans: Plan[]): string[] =>
  plans
    .filter(({ isJudged, faults }) => isJudged && faults.length > 0)
    .map(({ query, faults }) => `Bad plan: ${query} ${faults.join(", ")}`);

async function race(stage: Stage, sql: Sql, scenarios: (Scenario | (() => Promise<Scenario>))[], say: Say) {
  const comparisons: Comparison[] = [];
  const tallies: Tally[] = [];
  const before = await countRows(sql);
  for (const invented of scenarios) {
    const scenario = typeof invented === "function" ? await invented() : invented;
    say(`  ${scenario.name}`);
    const { found, tally } = await compare(stage, scenario);
    comparisons.push(...found);
    if (tally) tallies.push(tally);
  }
  const failures = comparisons.flatMap(({ failure }) => failure ?? []);
  return { comparisons, faults: [...failures, ...missingRows(before, await countRows(sql), tallies)] };
}

async function besideSmallest(stage: Stage, reading: Scenario[], { url, reading: scenarios }: Seen) {
  const sql = postgres(url, { max: 1, fetch_types: false, onnotice: () => {} });
  const app = await startApp(url, { PAGE_CACHE_MB: "0" });
  const growth = await measureGrowth(stage, reading, { ...app, sql, scenarios });
  await stopChild(app.child);
  await sql.end();
  return growth;
}

const startCount = 3;

async function timeStarts(url: string): Promise<number[]> {
  const starts: number[] = [];
  for (let i = 0; i < startCount; i++) {
    const { child, readyAfter } = await startApp(url);
    starts.push(readyAfter);
    await stopChild(child);
  }
  return starts;
}
