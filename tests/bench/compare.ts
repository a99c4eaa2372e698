import { setTimeout as pause } from "node:timers/promises";
import type { Measured, Sample } from "./measure";
import { requestAt } from "./requests";
import { type Received, responseOf } from "./response";
import { type Runs, runsOf } from "./runs";
import type { Scenario, Written } from "./scenarios";
import type { Stage } from "./stage";

/** What became of a scenario with so many connections: a sample per round of the app, and of all that is beside it. */
export interface Comparison extends Record<keyof Runs, Sample[]> {
  name: string;
  isCached: boolean;
  connections: number;
  /** Of the first response's body, as it travels. */
  bytes: number;
  /** What went wrong, if anything did. */
  failure?: string;
}

/** What a scenario wrote in all its runs, to be compared with what is there. */
export interface Tally {
  writes: Written;
  sent: number;
  answered: number;
}

export const connections = [1, 16, 64];
const rounds = 2;
/** Of the app in each round. */
export const seconds = Number(process.env.BENCH_SECONDS) || 1.2;
/** What is beside it gets a part of that. */
const part = 0.5;
const warmUp = { connections: 16, seconds: 1 };

/** Measures a scenario, the app and what is beside it in turn, so that a noisy moment meets them all alike. */
export async function compare(stage: Stage, scenario: Scenario): Promise<{ found: Comparison[]; tally?: Tally }> {
  const { name, isCached = false, writes } = scenario;
  const tally = writes && { writes, sent: 1, answered: 1 };
  const found: Comparison[] = [];
  try {
    const first = await firstResponse(isCached ? stage.cachedApp : stage.app, scenario);
    const runs = await runsOf(stage, scenario, first, tally);
    for (const [what, run] of entries(runs))
      await run({ ...warmUp, seconds: warmUp.seconds * (what === "app" ? 1 : 0.3) });
    for (const count of connections) {
      const comparison = begin(scenario, count, Buffer.from(first.sent, "base64").length);
      found.push(comparison);
      for (let round = 0; round < rounds; round++) {
        for (const [what, run] of entries(runs)) {
          const dose = { connections: count, seconds: seconds * (what === "app" ? 1 : part) };
          comparison[what].push(await run(dose));
        }
      }
    }
  } catch (error) {
    if (found.length === 0) found.push(begin(scenario, 0, 0));
    for (const comparison of found.slice(-1)) comparison.failure = `${name}: ${(error as Error).message}`;
    // What is still under way must not meet what comes next.
    await pause(2000);
  }
  return { found, tally };
}

async function firstResponse(app: Measured, { requests, check }: Scenario): Promise<Received> {
  const response = await responseOf(app.origin, requestAt(requests, 0));
  check(response);
  return response;
}

const entries = (runs: Partial<Runs>) => Object.entries(runs) as [keyof Runs, Runs["app"]][];

const begin = ({ name, isCached = false }: Scenario, connections: number, bytes: number): Comparison => ({
  name,
  isCached,
  connections,
  bytes,
  app: [],
  floor: [],
  json: [],
  bare: [],
});
