import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";

export interface Run {
  seconds: number;
  /** Bytes that the program had in memory at most, as the system counts them. */
  peak: number;
}

const patience = 30 * 60_000;

/** Imports a file by the program that people run, which says nothing unless it fails. */
export async function runImport(file: string, url: string): Promise<Run> {
  const begun = performance.now();
  const child = spawn("node", ["build/server/import.js", file], {
    env: { ...process.env, DATABASE_URL: url, LOG_LEVEL: "warn" },
    stdio: ["ignore", "pipe", "pipe"],
    timeout: patience,
  });
  let said = "";
  for (const output of [child.stdout, child.stderr]) output.on("data", (some) => void (said += some));
  let peak = 0;
  const look = setInterval(() => {
    peak = Math.max(peak, peakOf(child.pid));
  }, 50);
  const [code] = await once(child, "exit");
  clearInterval(look);
  if (code !== 0) throw new Error(`The import ended with ${code}:\n${said.slice(-3000)}`);
  return { seconds: (performance.now() - begun) / 1000, peak };
}

/** The system keeps the highest mark itself, so a look now and then misses nothing but the very end. */
function peakOf(pid: number | undefined): number {
  try {
    return 1024 * Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
