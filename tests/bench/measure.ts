import type { ChildProcess } from "node:child_process";
import type { Sql } from "postgres";
import { ask } from "./child";
import { backendPids, cpuTimes, usedBetween } from "./cpu-time";
import type { LoadOrder, LoadResult } from "./load-order";
import type { Requests } from "./requests";

/** Whoever is measured, and the processes whose time that costs. */
export interface Target {
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

/** Has the load process send a scenario's requests for some seconds. Throws if one of them fails. */
export async function measure(
  load: ChildProcess,
  target: Target,
  { name, requests, from }: { name: string; requests: Requests; from: number },
  dose: Dose,
): Promise<Sample> {
  const before = await timesOf(target);
  const order: LoadOrder = { origin: target.origin, requests, from, ...dose };
  const result = await ask<LoadResult>(load, order, (dose.seconds + 30) * 1000);
  const after = await timesOf(target);
  if (result.failed > 0 || result.answered === 0) {
    throw new Error(`${name}: ${result.failed} of ${result.sent} requests failed.`);
  }
  const perRequest = (time: number | undefined) => time && time / result.answered;
  return {
    ...result,
    perSecond: result.answered / result.seconds,
    cpu: perRequest(usedBetween(before.process, after.process)),
    databaseCpu: perRequest(usedBetween(before.database, after.database)),
  };
}

async function timesOf({ child, sql }: Target) {
  const [process, database] = await Promise.all([
    cpuTimes(child.pid ? [child.pid] : []),
    cpuTimes(sql ? await backendPids(sql) : []),
  ]);
  return { process, database };
}
