import { sql } from "drizzle-orm";
import { type Db, rows } from "#db/client.server";
import { DomainError } from "../../core/domain-error";
import { mayAdminister } from "../../core/users/policy";
import type { Viewer } from "../../core/users/viewer";

export type QueueState = {
  name: string;
  waiting: number;
  underWay: number;
  /** Failed before and will be tried again. */
  retrying: number;
  /** Done in the last day. */
  done: number;
  /** Failed for the last time. */
  dead: number;
};

/** How each queue is getting on, by name. */
export async function listQueues(db: Db, viewer: Viewer): Promise<QueueState[]> {
  if (!mayAdminister(viewer)) throw new DomainError("forbidden");
  return rows<QueueState>(
    db,
    sql`with done as (
        select name, count(*)::int as jobs
        from (
          select name, completed_on from pgboss.job where state = 'completed'
          union all
          select name, completed_on from pgboss.archive
          where state = 'completed' and archived_on > now() - interval '1 day'
        ) as finished
        where completed_on > now() - interval '1 day'
        group by name
      )
      select q.name,
        count(*) filter (where j.state = 'created')::int as "waiting",
        count(*) filter (where j.state = 'active')::int as "underWay",
        count(*) filter (where j.state = 'retry')::int as "retrying",
        count(*) filter (where j.state = 'failed')::int as "dead",
        coalesce(max(done.jobs), 0) as "done"
      from pgboss.queue q
        left join pgboss.job j on j.name = q.name and j.state <> 'completed'
        left join done on done.name = q.name
      where ${isOurs(sql`q.name`)}
      group by q.name
      order by q.name`,
  );
}

export type TroubledJob = {
  id: string;
  queue: string;
  isDead: boolean;
  tries: number;
  error: string;
  /** How many processes ended while they were at it; null where it failed in another way. */
  processesEnded: number | null;
  /** Milliseconds since 1970, as all times here. */
  createdAt: number;
  triedAt: number | null;
  /** When it is tried again, unless it is dead. */
  nextAt: number;
};

const mostListed = 100;

/** Jobs that failed, the dead ones first, then by when they are tried again. */
export async function listTroubledJobs(db: Db, viewer: Viewer): Promise<TroubledJob[]> {
  if (!mayAdminister(viewer)) throw new DomainError("forbidden");
  return rows<TroubledJob>(
    db,
    sql`select id, name as queue, state = 'failed' as "isDead", retry_count + 1 as tries,
        coalesce(output ->> 'message', output -> 'value' ->> 'message', '') as error,
        (output ->> 'processesEnded')::int as "processesEnded",
        ${milliseconds("created_on")} as "createdAt",
        ${milliseconds("started_on")} as "triedAt",
        ${milliseconds("start_after")} as "nextAt"
      from pgboss.job
      where state in ('retry', 'failed') and ${isOurs(sql`name`)}
      order by state desc, start_after, id
      limit ${mostListed}`,
  );
}

export type RecurringJob = { name: string; cron: string; lastAt: number | null };

/** The recurring jobs, and when each last ran. Throws `forbidden`. */
export async function listRecurringJobs(db: Db, viewer: Viewer): Promise<RecurringJob[]> {
  if (!mayAdminister(viewer)) throw new DomainError("forbidden");
  return rows<RecurringJob>(
    db,
    sql`select s.name, s.cron, ${milliseconds("last.at")} as "lastAt"
      from pgboss.schedule s
      left join lateral (
        select max(started_on) as at
        from (
          select started_on from pgboss.job where name = s.name
          union all
          select started_on from pgboss.archive where name = s.name
        ) as runs
      ) as last on true
      order by s.name`,
  );
}

/** The queue has queues for itself. */
const isOurs = (name: ReturnType<typeof sql>) => sql`${name} not like '\\_\\_pgboss%'`;

const milliseconds = (column: string) => sql.raw(`(extract(epoch from ${column}) * 1000)::float8`);
