import { handBack } from "~/models/admin/jobs/orphans.server";
import { attempt, type Job, type Line, type Outcome } from "./attempt.server";

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
  const waiting = jobs.toSorted((a, b) => a.createdOn.getTime() - b.createdOn.getTime());
  const ends: Record<Outcome, string[]> = { done: [], left: [], settled: [] };
  const settle = async () => {
    const ids = ends.done.splice(0);
    if (ids.length > 0) await queue.complete(name, ids);
    for (const id of ids) taken.delete(id);
  };
  const lane = async () => {
    for (let job = waiting.shift(); job; job = waiting.shift()) {
      ends[await attempt(line, job, { isLate, until: endOf(job) })].push(job.id);
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
