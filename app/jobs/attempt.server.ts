import { setTimeout as pause } from "node:timers/promises";
import type PQueue from "p-queue";
import type PgBoss from "pg-boss";
import { isSuspect, noteTrial } from "~/models/admin/jobs/orphans.server";
import type { Load } from "./loads";
import type { Tools } from "./tools.server";

export type Job = PgBoss.JobWithMetadata;

/** How the jobs of one queue are done. */
export interface Line {
  queue: PgBoss;
  name: string;
  handle: (tools: Tools, data: unknown) => Promise<void>;
  tools: Tools;
  load: Load;
  /** Suspects of this process, of all queues: one at a time (models/admin/jobs/orphans.server.ts). */
  suspects: PQueue;
  /** What this process has in hand, and the queues it is from. */
  taken: Map<string, string>;
  isStopping(): boolean;
}

/** `settled` is what the queue has been told of already, or cannot be told of. */
export type Outcome = "done" | "left" | "settled";

interface Time {
  /** Whether it had better not begin any more. */
  isLate(): boolean;
  until: number;
}

/** Does one job, unless it is too late; one that may end this process is done apart from others like it. Never rejects. */
export async function attempt(line: Line, job: Job, { isLate, until }: Time): Promise<Outcome> {
  if (!isSuspect(job.output)) return isLate() ? "left" : perform(line, job, until);
  const { queue, name, tools } = line;
  const trial = line.suspects.add(async (): Promise<Outcome> => {
    if (isLate()) return "left";
    await noteTrial(tools.db, name, job.id);
    // At once, or the end of this process for another reason would be its fault.
    if ((await perform(line, job, until)) === "done") await queue.complete(name, job.id);
    return "settled";
  });
  return trial.catch((error) => {
    tools.log.warn({ err: error, job: job.id, queue: name }, "could not say what became of a job");
    return "settled";
  });
}

async function perform({ queue, name, handle, tools }: Line, job: Job, until: number): Promise<Outcome> {
  try {
    await within(until - Date.now(), handle(tools, job.data));
    return "done";
  } catch (error) {
    tools.log.warn({ err: error, job: job.id, queue: name }, "job failed; it is tried again");
    await queue
      .fail(name, job.id, error as object)
      .catch((away) => tools.log.warn({ err: away, job: job.id, queue: name }, "could not say what became of a job"));
    return "settled";
  }
}

const second = 1000;

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
