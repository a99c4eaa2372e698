import type { Sql } from "postgres";
import type { AppProcess } from "./app-process";
import type { Measured } from "./measure";
import { measure } from "./measure";
import { medianPair } from "./percentile";
import type { Scenario } from "./scenarios";
import type { Stage } from "./stage";

/** How much longer a page takes with many posts than with few. */
export interface Growth {
  name: string;
  /** Milliseconds, by the number of posts. */
  small: number;
  big: number;
  /** The median of the rounds, in each of which both were measured directly one after the other. */
  ratio: number;
}

export interface Other extends AppProcess {
  sql: Sql;
  scenarios: Scenario[];
}

const rounds = 7;
const dose = { connections: 1, seconds: 0.8 };
/** The pages that must not get slower as posts get more. */
const asked = /^(list, (trending|top|new|discussed)|post page|post page, 300 comments)$/;

/** Compares the pages of a small portal with those of a big one, both of which are there at the same time. */
export async function measureGrowth(stage: Stage, scenarios: Scenario[], small: Other): Promise<Growth[]> {
  const found: Growth[] = [];
  for (const scenario of scenarios.filter(({ name }) => asked.test(name))) {
    const same = small.scenarios.find(({ name }) => name === scenario.name);
    if (!same) continue;
    const time = async (app: Measured, { requests }: Scenario) =>
      (await measure(stage.load, app, { requests, from: 0 }, dose)).p50;
    await time(small, same);
    const pairs: [number, number][] = [];
    for (let round = 0; round < rounds; round++) pairs.push([await time(small, same), await time(stage.app, scenario)]);
    const { first, second, ratio } = medianPair(pairs);
    found.push({ name: scenario.name, small: first, big: second, ratio });
  }
  return found;
}
