import type { ChildProcess } from "node:child_process";
import { type Answer, answerOf } from "./answer";
import { ask } from "./child";
import { type Dose, measure, type Sample, type Target } from "./measure";
import { type Requests, requestAt } from "./requests";
import type { Scenario } from "./scenarios";

/** What became of a scenario: a sample of the app per round, and one of the floor beside it. */
export interface Comparison {
  name: string;
  /** Of the answer's body. */
  bytes: number;
  app: Sample[];
  /** Empty for what no server could answer from memory. */
  floor: Sample[];
  /** Requests to the app so far, with those before the first round. */
  sent: number;
  answered: number;
}

export interface Stage {
  load: ChildProcess;
  app: Target;
  floor: ChildProcess;
}

const warmUp = 1;

/** Measures every scenario, app and floor in turn, round by round, so that a noisy minute meets them all alike. */
export async function compare(stage: Stage, scenarios: Scenario[], rounds: number, dose: Dose): Promise<Comparison[]> {
  const answers: Answer[] = [];
  for (const scenario of scenarios) answers.push(await firstAnswer(stage.app, scenario));
  const floor = await openFloor(stage.floor, answers);
  const comparisons = scenarios.map(({ name }, i) => begin(name, answers[i]?.sent ?? ""));
  for (let round = 0; round <= rounds; round++) {
    const now = round === 0 ? { ...dose, seconds: warmUp } : dose;
    for (const [i, { name, requests }] of scenarios.entries()) {
      const comparison = comparisons[i];
      if (!comparison) continue;
      const app = await measure(stage.load, stage.app, { name, requests, from: comparison.sent }, now);
      comparison.sent += app.sent;
      comparison.answered += app.answered;
      const same = fromMemory(requests, i);
      const bare =
        same && (await measure(stage.load, floor, { name: `${name} (floor)`, requests: same, from: 0 }, now));
      if (round === 0) continue;
      comparison.app.push(app);
      if (bare) comparison.floor.push(bare);
    }
  }
  return comparisons;
}

async function firstAnswer(app: Target, { name, requests, check }: Scenario): Promise<Answer> {
  const answer = await answerOf(app.origin, requestAt(requests, 0));
  try {
    check(answer);
  } catch (error) {
    throw new Error(`${name}: ${(error as Error).message}`);
  }
  return answer;
}

/** Hands the app's answers to the floor, which gives each at the address of its place. */
async function openFloor(child: ChildProcess, answers: Answer[]): Promise<Target> {
  const byPath = Object.fromEntries(answers.map((answer, i) => [`/${i}`, answer]));
  return { child, ...(await ask<{ origin: string }>(child, byPath, 10_000)) };
}

/** The same request to the floor, where a vote is another read; none where the answer changes each time. */
function fromMemory(requests: Requests, place: number): Requests | undefined {
  if (requests.kind === "mixed") return fromMemory(requests.reads, place);
  return requests.kind === "same" ? { ...requests, path: `/${place}` } : undefined;
}

/** The first request, which was checked, counts as sent and answered. */
const begin = (name: string, sent: string): Comparison => ({
  name,
  bytes: Buffer.from(sent, "base64").length,
  app: [],
  floor: [],
  sent: 1,
  answered: 1,
});
