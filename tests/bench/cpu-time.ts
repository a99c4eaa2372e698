import { readFile } from "node:fs/promises";
import type { Sql } from "postgres";

/** Linux counts the time of processes in hundredths of a second, whatever the kernel's own tick is. */
const millisecondsPerTick = 10;

/** Milliseconds of processor time that each process has used so far. */
export type CpuTimes = Map<number, number>;

export async function cpuTimes(pids: number[]): Promise<CpuTimes> {
  const times = await Promise.all(pids.map(async (pid) => [pid, await timeOf(pid)] as const));
  return new Map(times.filter((entry): entry is [number, number] => entry[1] !== undefined));
}

/** What they used in between, together; undefined where there is no /proc to tell. */
export function usedBetween(before: CpuTimes, after: CpuTimes): number | undefined {
  if (after.size === 0) return;
  return [...after].reduce((sum, [pid, time]) => sum + time - (before.get(pid) ?? 0), 0);
}

async function timeOf(pid: number): Promise<number | undefined> {
  const line = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => undefined);
  if (!line) return;
  // The name in parentheses may hold anything; the manual numbers the fields after it from 3.
  const fields = line.slice(line.lastIndexOf(")") + 2).split(" ");
  const [user, system] = [fields[14 - 3], fields[15 - 3]].map(Number);
  return ((user ?? 0) + (system ?? 0)) * millisecondsPerTick;
}

/** The processes of PostgreSQL that serve others than us on this database; none where it runs elsewhere. */
export async function backendPids(sql: Sql): Promise<number[]> {
  const backends = await sql<{ pid: number }[]>`
    select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;
  const names = await Promise.all(backends.map(({ pid }) => readFile(`/proc/${pid}/comm`, "utf8").catch(() => "")));
  return backends.map(({ pid }) => pid).filter((_, i) => names[i]?.startsWith("postgres"));
}
