import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";

const tether = new URL("tether.js", import.meta.url).href;
const patience = 10_000;

/** Starts a program of ours in a process of its own; TypeScript the way we were started ourselves. */
export function startChild(program: string, env: NodeJS.ProcessEnv = process.env): ChildProcess {
  const loader = program.endsWith(".ts") ? process.execArgv : [];
  return fork(program, { env, execArgv: [...loader, "--import", tether] });
}

/** Sends a message and resolves to the one that comes back. */
export async function ask<Answer>(child: ChildProcess, question: object, milliseconds: number): Promise<Answer> {
  const over = new AbortController();
  const signal = AbortSignal.any([over.signal, AbortSignal.timeout(milliseconds)]);
  const ended = once(child, "exit", { signal }).then(() => {
    throw new Error(`${child.spawnargs.at(-1)} ended without an answer.`);
  });
  try {
    const answer = once(child, "message", { signal });
    child.send(question);
    const [message] = await Promise.race([answer, ended]);
    return message as Answer;
  } finally {
    over.abort();
  }
}

export async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGTERM");
  const hard = setTimeout(() => child.kill("SIGKILL"), patience);
  await gone;
  clearTimeout(hard);
}
