import { spawn } from "node:child_process";

/** A part of the gate: a program that ends with 0 where all is well. */
export interface Part {
  name: string;
  command: string;
  env?: Record<string, string>;
}

export interface Outcome {
  name: string;
  isPassed: boolean;
  seconds: number;
}

/**
 * Runs lanes of parts side by side, the parts of a lane one after the other. What a part prints is shown as a whole once
 * it has ended, so that two never mix; a lane that is alone prints as it goes.
 */
export async function runLanes(...lanes: Part[][]): Promise<Outcome[]> {
  const isAlone = lanes.filter((lane) => lane.length > 0).length === 1;
  return (await Promise.all(lanes.map((lane) => runLane(lane, isAlone)))).flat();
}

async function runLane(lane: Part[], isAlone: boolean): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const part of lane) outcomes.push(await run(part, isAlone));
  return outcomes;
}

function run({ name, command, env }: Part, isAlone: boolean): Promise<Outcome> {
  const begun = performance.now();
  if (isAlone) console.log(`\n── ${name}`);
  const child = spawn(command, {
    shell: true,
    stdio: isAlone ? "inherit" : ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...env },
  });
  const printed: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => printed.push(chunk));
  return new Promise((resolve) => {
    child.once("close", (status) => {
      const seconds = Math.round((performance.now() - begun) / 1000);
      if (!isAlone) process.stdout.write(`\n── ${name}\n${Buffer.concat(printed)}`);
      resolve({ name, isPassed: status === 0, seconds });
    });
  });
}
