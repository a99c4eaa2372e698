import type { ChildProcess } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";

const patience = 120_000;

/** Resolves when `/readyz` says yes, asked each so many milliseconds. */
export async function untilReady(origin: string, child: ChildProcess, everyMs = 100): Promise<void> {
  const deadline = Date.now() + patience;
  while (!(await isReady(origin))) {
    if (child.exitCode !== null) throw new Error("The app did not start.");
    if (Date.now() > deadline) throw new Error("The app does not become ready.");
    await pause(everyMs);
  }
}

async function isReady(origin: string): Promise<boolean> {
  const response = await fetch(`${origin}/readyz`, { signal: AbortSignal.timeout(5000) }).catch(() => undefined);
  return response?.status === 200;
}
