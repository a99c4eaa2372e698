import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server";

// A job whose process ended under it may be what ended it. Many jobs are under way in a process, so the first time all
// of them are only suspected, and are done one at a time from then on. Which of them is being done alone is written
// down before it begins: if that process ends as well, it was this one, and it is not tried a third time.

/** The output that the queue keeps of a job whose process ended: how often that has happened. */
interface Orphaned {
  processesEnded: number;
}

/** Whether a process ended while it had this job, going by what the queue keeps of the last try. */
export const isSuspect = (output: unknown): output is Orphaned =>
  typeof output === "object" && output !== null && "processesEnded" in output;

/** Writes down that a suspect is being done now, and no other one in this process. */
export async function noteTrial(db: Db, queue: string, id: string): Promise<void> {
  await db.execute(sql`update pgboss.job set output = output || '{"isOnTrial": true}'
    where name = ${queue} and id = ${id} and state = 'active'`);
}

/** Gives the jobs of processes that are gone to others; those that ended two are put aside. */
export async function freeOrphans(db: Db): Promise<void> {
  const isProven = sql`coalesce(output ? 'isOnTrial', false)`;
  const isLast = sql`(${isProven} or retry_count >= retry_limit)`;
  await db.execute(sql`update pgboss.job
    set state = (case when ${isLast} then 'failed' else 'retry' end)::pgboss.job_state,
      completed_on = case when ${isLast} then now() end,
      start_after = now(),
      output = jsonb_build_object('processesEnded', case when ${isProven} then 2 else 1 end,
        'message', 'The process ended, or stood still, while it was at this job.')
    where state = 'active' and started_on + expire_in < now()`);
}

/** Gives jobs back that were taken and not begun, as if nobody had taken them. */
export async function handBack(db: Db, queue: string, ids: string[]): Promise<void> {
  await db.execute(sql`update pgboss.job set state = 'retry', started_on = null
    where name = ${queue} and id = any(${`{${ids.join(",")}}`}) and state = 'active'`);
}
