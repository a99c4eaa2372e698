import { ask } from "./child";
import type { Tally } from "./compare";
import { type Dose, type Measured, measure, measureBare, type Sample } from "./measure";
import type { Requests } from "./requests";
import type { Received } from "./response";
import type { Scenario } from "./scenarios";
import type { Stage } from "./stage";

type Run = (dose: Dose) => Promise<Sample>;

/** Who is measured in a scenario. */
export interface Runs {
  app: Run;
  /** Bare `node:http` with the same bytes. */
  floor: Run;
  /** Express with the same query as JSON. */
  json: Run;
  /** The database alone. */
  bare: Run;
}

/** Those of them that a scenario has. */
export async function runsOf(
  stage: Stage,
  scenario: Scenario,
  first: Received,
  tally: Tally | undefined,
): Promise<Partial<Runs>> {
  const path = `/${stage.nextPlace++}`;
  const { requests, json, bare } = scenario;
  const runs: Partial<Runs> = { app: appRun(stage, scenario, tally) };
  if (requests.kind === "pages" || requests.kind === "pageAndVotes") {
    const floor = await opened(stage.floor, { responses: { [path]: first } });
    runs.floor = pageRun(stage, floor, { kind: "pages", paths: [path], headers: requests.headers });
  }
  if (json) {
    const server = await opened(stage.json, { url: stage.url, queries: { [path]: json } });
    runs.json = pageRun(stage, server, { kind: "pages", paths: [path], headers: {} });
  }
  if (bare) {
    let from = 0;
    runs.bare = async (dose) => {
      const sample = await measureBare(stage.bare, { url: stage.url, work: bare, from, ...dose });
      from += sample.sent;
      return sample;
    };
  }
  return runs;
}

/** Each request has its own number, however often the scenario is run; the first was sent to look at its response. */
function appRun(stage: Stage, { requests, background, isCached }: Scenario, tally: Tally | undefined): Run {
  let from = 1;
  return async (dose) => {
    const app = isCached ? stage.cachedApp : stage.app;
    const others =
      background && measure(stage.otherLoad, app, { requests: background, from: 0 }, { ...dose, connections: 16 });
    const sample = await measure(stage.load, app, { requests, from }, dose);
    await others;
    from += sample.sent;
    if (tally) {
      tally.sent += sample.sent;
      tally.answered += sample.answered;
    }
    return others ? { ...sample, cpu: undefined, databaseCpu: undefined } : sample;
  };
}

const pageRun =
  (stage: Stage, server: Measured, requests: Requests): Run =>
  (dose) =>
    measure(stage.load, server, { requests, from: 0 }, dose);

async function opened(child: Measured["child"], order: object): Promise<Measured> {
  return { child, ...(await ask<{ origin: string }>(child, order, 10_000)) };
}
