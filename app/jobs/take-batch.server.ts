import { setTimeout as pause } from "node:timers/promises";
import type PQueue from "p-queue";
import type PgBoss from "pg-boss";
import { handBack, isSuspect, noteTrial } from "~/models/jobs/orphans.server";
import type { Load } from "./loads";
import type { Tools } from "./tools.server";

/** How the jobs of one queue are done. */
export interface Line {
  queue: PgBoss;
  name: string;
  handle: (tools: Tools, data: unknown) => Promise<void>;
  tools: Tools;
  load: Load;
  /** Suspects of this process, of all queues: one at a time (models/jobs/orphans.server.ts). */
  suspects: PQueue;
  /** What this process has in hand, and the queues it is from. */
  taken: Map<string, string>;
  isStopping(): boolean;
}

type Job = PgBoss.JobWithMetadata;

const second = 1000;
/** How often it is written down what is done. A worker that dies leaves others so much to do again. */
const settleEvery = 0.3 * second;
/** Jobs that have not begun by then are left to others, or these would take them for those of a dead worker. */
const begunWithin = 60 * second;
/** A job fails so long before others take its worker for dead. */
const margin = 10 * second;

/** Takes some jobs and does them, each failing alone. Resolves to whether there may be more. */
export async function takeBatch(line: Line): Promise<boolean> {
  const { queue, name, load, tools, taken } = line;
  const jobs: Job[] = await queue.fetch<object>(name, { batchSize: load.batch, includeMetadata: true });
  if (jobs.length === 0) return false;
  for (const { id } of jobs) taken.set(id, name);
  const takenAt = Date.now();
  const isLate = () => line.isStopping() || Date.now() > takenAt + begunWithin;
  const endOf = (job: Job) => takenAt + Number(job.expireInSeconds) * second - margin;
  const waiting = [...jobs];
  const ends: Record<Outcome, string[]> = { done: [], left: [], failed: [] };
  const settle = async () => {
    const ids = ends.done.splice(0);
    if (ids.length > 0) await queue.complete(name, ids);
    for (const id of ids) taken.delete(id);
  };
  const lane = async () => {
    for (let job = waiting.shift(); job; job = waiting.shift()) {
      const outcome = await attempt(line, job, { isLate, until: endOf(job) });
      ends[outcome].push(job.id);
    }
  };
  const warn = (error: unknown) => tools.log.warn({ err: error, queue: name }, "could not say what is done");
  const settling = setInterval(() => void settle().catch(warn), settleEvery);
  await Promise.all(Array.from({ length: load.atATime }, lane)).finally(() => clearInterval(settling));
  await settle();
  if (ends.left.length > 0) await handBack(tools.db, name, ends.left);
  for (const { id } of jobs) taken.delete(id);
  return jobs.length === load.batch;
}

type Outcome = "done" | "failed" | "left";

interface Time {
  isLate(): boolean;
  until: number;
}

async function attempt(line: Line, job: Job, { isLate, until }: Time): Promise<Outcome> {
  if (!isSuspect(job.output)) return isLate() ? "left" : perform(line, job, until);
  const alone = await line.suspects.add(async () => {
    if (isLate()) return "left";
    await noteTrial(line.tools.db, line.name, job.id);
    return perform(line, job, until);
  });
  return alone ?? "left";
}

async function perform({ queue, name, handle, tools }: Line, job: Job, until: number): Promise<Outcome> {
  try {
    await within(until - Date.now(), handle(tools, job.data));
    return "done";
  } catch (error) {
    tools.log.warn({ err: error, job: job.id, queue: name }, "job failed; it is tried again");
    await queue
      .fail(name, job.id, error as object)
      .catch((away) => tools.log.warn({ err: away, queue: name }, "queue"));
    return "failed";
  }
}

async function within(milliseconds: number, work: Promise<void>): Promise<void> {
  const over = new AbortController();
  const late = pause(Math.max(milliseconds, second), undefined, { signal: over.signal }).then(
    () => {
      throw new Error("It took longer than a job may.");
    },
    () => {},
  );
  await Promise.race([work, late]).finally(() => over.abort());
}
