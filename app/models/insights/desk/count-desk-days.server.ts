import { type SQL, sql } from "drizzle-orm";
import { type Db, rows } from "#db/client.server";
import { isAfter, type Place } from "../../core/events/complete.server";
import { takeTurns } from "../../core/take-turns.server";
import { statusesUnderWay } from "../../support/tickets/lifecycle";
import { addDays, type Period, toDay } from "../figures/period";
import { mostDays } from "./desk-figures";
import { bucketWidth } from "./spread";

/** Days that are counted in one transaction, so that others get their turn in between. */
const stride = 13;

/** Counts the desk's figures of all days that anybody looks at anew, and forgets those before. */
export async function countAllDeskDays(db: Db, { at }: { at: Date }): Promise<void> {
  const end = addDays(toDay(at), 1);
  const first = addDays(end, -mostDays);
  await db.execute(sql`delete from desk_figures where day < ${first}::date or day >= ${end}::date`);
  for (let from = first; from < end; from = addDays(from, stride)) {
    const to = addDays(from, stride);
    await countDays(db, { from, to: to < end ? to : end });
  }
  await countBacklog(db, at);
  // The embedded database does not look at its tables by itself.
  await db.execute(sql`analyze desk_figures`);
}

/** Counts anew what tickets may have changed to which something happened since. */
export async function countDeskDays(db: Db, { since, at }: { since: Place; at: Date }): Promise<void> {
  const end = addDays(toDay(at), 1);
  const found = await rows<{ day: string }>(db, daysTouched(since));
  for (const { day } of found) {
    if (day >= addDays(end, -mostDays) && day < end) await countDays(db, { from: day, to: addDays(day, 1) });
  }
  await countBacklog(db, at);
}

/** The days on which anything happened to those tickets: on no other day can their figures be. */
const daysTouched = (since: Place): SQL => sql`
  with touched as (select distinct ticket_id as id from events where ${isAfter(since)} and ticket_id is not null)
  select to_char(at at time zone 'UTC', 'YYYY-MM-DD') as day from (
    select e.created_at as at from events e where e.ticket_id in (select id from touched)
    union select t.created_at from tickets t where t.id in (select id from touched)
    union select g.ended_at from ticket_targets g where g.ticket_id in (select id from touched) and g.ended_at is not null
  ) happened group by 1 order by 1`;

async function countDays(db: Db, period: Period): Promise<void> {
  await db.transaction(async (tx) => {
    await takeTurns(tx, "desk figures");
    await tx.execute(sql`delete from desk_figures
      where day >= ${period.from}::date and day < ${period.to}::date and what <> 'backlog'`);
    await tx.execute(sql`insert into desk_figures (day, what, key, bucket, count, sum)
      select (at at time zone 'UTC')::date, what, key, bucket, sum(count), sum(sum) from (
        ${opened(period)} union all ${ended(period)} union all ${resolved(period)} union all ${rated(period)}
      ) counted where count > 0 group by 1, 2, 3, 4`);
  });
}

/** What everybody of the team may count: restricted tickets are known to few. */
const isCounted = sql`t.deleted_at is null and t.spam_at is null and t.merged_into is null and not t.is_restricted`;

const within = (moment: SQL, { from, to }: Period) =>
  sql`${moment} >= ${`${from}T00:00:00Z`}::timestamptz and ${moment} < ${`${to}T00:00:00Z`}::timestamptz`;

const nobody = sql`coalesce(t.assignee_id::text, '')`;

const opened = (period: Period): SQL => sql`
  select t.created_at as at, w.what, w.key, 0 as bucket, w.count::int as count, 0::float8 as sum
  from tickets t cross join lateral (values
    ('opened', '', 1),
    ('opened.category', t.category_id::text, 1),
    ('opened.priority', t.priority::text, 1),
    ('opened.source', t.source::text, 1),
    ('opened.hour', extract(hour from t.created_at at time zone 'UTC')::int::text, 1),
    ('reopened', '', (t.reopen_count > 0)::int)
  ) w (what, key, count)
  where ${isCounted} and ${within(sql`t.created_at`, period)}`;

const ended = (period: Period): SQL => sql`
  select g.ended_at as at, w.what, w.key,
    case when w.seconds is null then 0 else floor(ln(greatest(w.seconds, 1)) / ln(${bucketWidth}::float8))::int end as bucket,
    w.count::int as count, coalesce(w.seconds, 0)::float8 as sum
  from ticket_targets g join tickets t on t.id = g.ticket_id cross join lateral (values
    ('promise.met', g.kind::text, (g.is_met and g.breached_at is null)::int, null::float8),
    ('promise.late', g.kind::text, (g.breached_at is not null)::int, null),
    ('took.hours', g.kind::text, (g.is_met and g.used_seconds is not null)::int, g.used_seconds),
    ('took.clock', g.kind::text, g.is_met::int, extract(epoch from g.ended_at - g.started_at)),
    ('agent.' || g.kind, ${nobody}, (g.is_met and g.used_seconds is not null)::int, g.used_seconds),
    ('tier.' || g.kind, t.tier::text, (g.is_met and g.used_seconds is not null)::int, g.used_seconds)
  ) w (what, key, count, seconds)
  where ${isCounted} and ${within(sql`g.ended_at`, period)}`;

const resolved = (period: Period): SQL => sql`
  select t.resolved_at as at, w.what, w.key, 0, w.count::int, 0
  from tickets t cross join lateral (values
    ('resolved', '', 1),
    ('resolved.rated', '', (t.rating is not null)::int),
    ('agent.resolved', ${nobody}, 1),
    ('tier.resolved', t.tier::text, 1)
  ) w (what, key, count)
  where ${isCounted} and ${within(sql`t.resolved_at`, period)}`;

const rated = (period: Period): SQL => sql`
  select t.rated_at as at, w.what, w.key, 0, 1, t.rating
  from tickets t cross join lateral (values
    ('rating', t.rating::text),
    ('agent.rating', ${nobody}),
    ('tier.rating', t.tier::text)
  ) w (what, key)
  where ${isCounted} and t.rating is not null and ${within(sql`t.rated_at`, period)}`;

/** What is under way by how old it is; of the last count alone. */
async function countBacklog(db: Db, at: Date): Promise<void> {
  const now = sql`${at.toISOString()}::timestamptz`;
  await db.transaction(async (tx) => {
    await takeTurns(tx, "desk figures");
    await tx.execute(sql`delete from desk_figures where what = 'backlog'`);
    await tx.execute(sql`insert into desk_figures (day, what, key, bucket, count, sum)
      select ${toDay(at)}::date, 'backlog', case
          when t.created_at > ${now} - interval '1 day' then 'day'
          when t.created_at > ${now} - interval '3 days' then 'days'
          when t.created_at > ${now} - interval '7 days' then 'week'
          when t.created_at > ${now} - interval '30 days' then 'month'
          else 'older' end, 0, count(*), 0
      from tickets t where ${isCounted} and t.status in ${[...statusesUnderWay]} group by 3`);
  });
}
