import { type SQL, sql } from "drizzle-orm";
import { startOf } from "../../core/settings/portal-zone.server";
import type { Period } from "../figures/period";
import { bucketWidth } from "./spread";

/** Whole days by a clock. */
export interface ClockDays extends Period {
  /** Whose days: a time zone as IANA names it. */
  zone: SQL;
}

export const zoneOf = (timeZone: string): SQL => sql`${timeZone}::text`;

/** What happened on some days: when, what, among which, how long by its bucket, how often, and how long or how good in sum. */
export const countedIn = (days: ClockDays): SQL => sql`select * from (
    ${opened(days)} union all ${ended(days)} union all ${late(days)} union all ${resolved(days)} union all ${rated(days)} union all ${mailed(days)}
  ) counted where count > 0`;

/** What everybody of the team may count: restricted tickets are known to few. */
export const isCounted = sql`t.deleted_at is null and t.spam_at is null and t.merged_into is null and not t.is_restricted`;

export const within = (moment: SQL, { from, to, zone }: ClockDays): SQL =>
  sql`${moment} >= ${startOf(from, zone)} and ${moment} < ${startOf(to, zone)}`;

const nobody = sql`coalesce(t.assignee_id::text, '')`;

const opened = (days: ClockDays): SQL => sql`
  select t.created_at as at, w.what, w.key, 0 as bucket, w.count::int as count, 0::float8 as sum
  from tickets t cross join lateral (values
    ('opened', '', 1),
    ('opened.category', t.category_id::text, 1),
    ('opened.priority', t.priority::text, 1),
    ('opened.source', t.source::text, 1),
    ('opened.hour', extract(hour from t.created_at at time zone ${days.zone})::int::text, 1),
    ('reopened', '', (t.reopen_count > 0)::int)
  ) w (what, key, count)
  where ${isCounted} and ${within(sql`t.created_at`, days)}`;

const ended = (days: ClockDays): SQL => sql`
  select g.ended_at as at, w.what, w.key,
    case when w.seconds is null then 0 else floor(ln(greatest(w.seconds, 1)) / ln(${bucketWidth}::float8))::int end as bucket,
    w.count::int as count, coalesce(w.seconds, 0)::float8 as sum
  from ticket_targets g join tickets t on t.id = g.ticket_id cross join lateral (values
    ('promise.met', g.kind::text, (g.is_met and g.breached_at is null)::int, null::float8),
    ('took.hours', g.kind::text, (g.is_met and g.used_seconds is not null)::int, g.used_seconds),
    ('took.clock', g.kind::text, g.is_met::int, extract(epoch from g.ended_at - g.started_at)),
    ('agent.' || g.kind, ${nobody}, (g.is_met and g.used_seconds is not null)::int, g.used_seconds),
    ('tier.' || g.kind, t.tier::text, (g.is_met and g.used_seconds is not null)::int, g.used_seconds)
  ) w (what, key, count, seconds)
  where ${isCounted} and ${within(sql`g.ended_at`, days)}`;

/** Be it that what was promised came later, or that it is still owed. */
const late = (days: ClockDays): SQL => sql`
  select g.breached_at as at, 'promise.late', g.kind::text, 0, 1, 0
  from ticket_targets g join tickets t on t.id = g.ticket_id
  where ${isCounted} and ${within(sql`g.breached_at`, days)}`;

const resolved = (days: ClockDays): SQL => sql`
  select t.resolved_at as at, w.what, w.key, 0, w.count::int, 0
  from tickets t cross join lateral (values
    ('resolved', '', 1),
    ('resolved.rated', '', (t.rating is not null)::int),
    ('agent.resolved', ${nobody}, 1),
    ('tier.resolved', t.tier::text, 1)
  ) w (what, key, count)
  where ${isCounted} and ${within(sql`t.resolved_at`, days)}`;

const rated = (days: ClockDays): SQL => sql`
  select t.rated_at as at, w.what, w.key, 0, 1, t.rating
  from tickets t cross join lateral (values
    ('rating', t.rating::text),
    ('agent.rating', ${nobody}),
    ('tier.rating', t.tier::text)
  ) w (what, key)
  where ${isCounted} and t.rating is not null and ${within(sql`t.rated_at`, days)}`;

/** Mails that tell people of their tickets, by what became of them. */
export const ticketMails = sql`m.kind in ('ticket-received', 'ticket-answer', 'ticket-resolved', 'ticket-news', 'ticket-forward')`;

const mailed = (days: ClockDays): SQL => sql`
  select m.created_at as at, 'mail', m.status::text, 0, 1, 0
  from deliveries m where ${ticketMails} and ${within(sql`m.created_at`, days)}`;
