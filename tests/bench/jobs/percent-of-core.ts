import type { ChildProcess } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { cpuTimes, usedBetween } from "../cpu-time";

/** How much of a core a process uses in the next seconds; it has no children of its own. */
export async function percentOfCore({ pid }: ChildProcess, seconds: number): Promise<number> {
  const pids = pid ? [pid] : [];
  const before = await cpuTimes(pids);
  await pause(seconds * 1000);
  return (usedBetween(before, await cpuTimes(pids)) ?? Number.NaN) / seconds / 10;
}
