import type { ChildProcess } from "node:child_process";
import type { Sql } from "postgres";
import type { BareOrder } from "./bare-order";
import { ask } from "./child";
import { backendPids, cpuTimes, usedBetween } from "./cpu-time";
import type { LoadOrder, LoadResult } from "./load-order";
import type { Requests } from "./requests";

/** Whoever is measured, and the processes whose time that costs. */
export interface Measured {
  origin: string;
  child: ChildProcess;
  /** The database behind it, if there is one. */
  sql?: Sql;
}

export interface Sample extends LoadResult {
  perSecond: number;
  /** Milliseconds of processor time per request; undefined where the system does not tell. */
  cpu: number | undefined;
  databaseCpu: number | undefined;
}

export interface Dose {
  connections: number;
  seconds: number;
}

const patience = 30_000;

/** Has the load process send requests for some seconds. Throws if one of them fails. */
export async function measure(
  load: ChildProcess,
  measured: Measured,
  { requests, from }: { requests: Requests; from: number },
  dose: Dose,
): Promise<Sample> {
  const before = await timesOf(measured);
  const order: LoadOrder = { origin: measured.origin, requests, from, ...dose };
  const result = await ask<LoadResult>(load, order, dose.seconds * 1000 + patience);
  const after = await timesOf(measured);
  return sampleOf(result, {
    cpu: usedBetween(before.process, after.process),
    databaseCpu: usedBetween(before.database, after.database),
  });
}

/** Has the process for it ask the database alone. */
export async function measureBare(bare: ChildProcess, order: BareOrder): Promise<Sample> {
  const result = await ask<LoadResult>(bare, order, order.seconds * 1000 + patience);
  return sampleOf(result, { cpu: undefined, databaseCpu: undefined });
}

function sampleOf(result: LoadResult, used: Pick<Sample, "cpu" | "databaseCpu">): Sample {
  const { failed, sent, answered, seconds, unseen, checked } = result;
  if (failed > 0) throw new Error(`${failed} of ${sent} requests failed`);
  if (answered === 0) throw new Error(`no request was answered in ${seconds} seconds`);
  if (unseen > 0) throw new Error(`${unseen} of ${checked} votes were not on the page that was read next`);
  const perRequest = (time: number | undefined) => time && time / answered;
  return {
    ...result,
    perSecond: answered / seconds,
    cpu: perRequest(used.cpu),
    databaseCpu: perRequest(used.databaseCpu),
  };
}

export async function timesOf({ child, sql }: Pick<Measured, "child" | "sql">) {
  const [process, database] = await Promise.all([
    cpuTimes(child.pid ? [child.pid] : []),
    cpuTimes(sql ? await backendPids(sql) : []),
  ]);
  return { process, database };
}
