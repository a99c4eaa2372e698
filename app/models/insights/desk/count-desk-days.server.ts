import { type SQL, sql } from "drizzle-orm";
import { type Db, rows } from "#db/client.server";
import { isAfter, type Place } from "../../core/events/complete.server";
import { startOf } from "../../core/settings/portal-zone.server";
import { takeTurns } from "../../core/take-turns.server";
import { statusesUnderWay } from "../../support/tickets/lifecycle";
import { dayIn } from "../figures/day-in";
import { addDays, type Period } from "../figures/period";
import { countedIn, isCounted, ticketMails, zoneOf } from "./counted.server";
import { backlogDays, mostDays } from "./desk-figures";

/** Days that are counted in one transaction, so that others get their turn in between. */
const stride = 13;

interface Clock {
  /** The portal's. */
  timeZone: string;
  at: Date;
}

/** Counts the desk's figures of all days that anybody looks at anew, by the portal's clock, and forgets those before. */
export async function countAllDeskDays(db: Db, { timeZone, at }: Clock): Promise<void> {
  const end = addDays(dayIn(timeZone, at), 1);
  const first = addDays(end, -mostDays);
  await db.execute(sql`delete from desk_figures where day < ${first}::date or day >= ${end}::date`);
  for (let from = first; from < end; from = addDays(from, stride)) {
    const to = addDays(from, stride);
    await countDays(db, timeZone, { from, to: to < end ? to : end });
  }
  await countBacklog(db, timeZone, at);
  // The embedded database does not look at its tables by itself.
  await db.execute(sql`analyze desk_figures`);
}

/** Counts anew what tickets may have changed to which something happened since. */
export async function countDeskDays(db: Db, { since, timeZone, at }: Clock & { since: Place }): Promise<void> {
  const end = addDays(dayIn(timeZone, at), 1);
  const found = await rows<{ day: string }>(db, daysTouched(since, zoneOf(timeZone), at));
  for (const { day } of found) {
    if (day >= addDays(end, -mostDays) && day < end) await countDays(db, timeZone, { from: day, to: addDays(day, 1) });
  }
  await countBacklog(db, timeZone, at);
}

/**
 * The days on which anything happened to those tickets: on no other day can their figures be. And the latest whose mails
 * providers have just reported on; what they report of older ones is found when all is counted.
 */
const daysTouched = (since: Place, zone: SQL, now: Date): SQL => sql`
  with touched as (select distinct ticket_id as id from events where ${isAfter(since)} and ticket_id is not null)
  select to_char(at at time zone ${zone}, 'YYYY-MM-DD') as day from (
    select e.created_at as at from events e where e.ticket_id in (select id from touched)
    union select t.created_at from tickets t where t.id in (select id from touched)
    union select g.ended_at from ticket_targets g where g.ticket_id in (select id from touched) and g.ended_at is not null
    union select m.created_at from deliveries m where ${ticketMails} and m.created_at > ${now.toISOString()}::timestamptz - interval '3 days'
      and m.changed_at > ${now.toISOString()}::timestamptz - interval '10 minutes'
  ) happened group by 1 order by 1`;

async function countDays(db: Db, timeZone: string, period: Period): Promise<void> {
  const zone = zoneOf(timeZone);
  await db.transaction(async (tx) => {
    await takeTurns(tx, "desk figures");
    await tx.execute(sql`delete from desk_figures
      where day >= ${period.from}::date and day < ${period.to}::date and what <> 'backlog'`);
    await tx.execute(sql`insert into desk_figures (day, what, key, bucket, count, sum)
      select (at at time zone ${zone})::date, what, key, bucket, sum(count), sum(sum)
      from (${countedIn({ ...period, zone })}) counted group by 1, 2, 3, 4`);
  });
}

/** What is under way by how old it is; of the last count alone. */
async function countBacklog(db: Db, timeZone: string, at: Date): Promise<void> {
  const today = dayIn(timeZone, at);
  const since = (days: number) => startOf(addDays(today, -days), zoneOf(timeZone));
  await db.transaction(async (tx) => {
    await takeTurns(tx, "desk figures");
    await tx.execute(sql`delete from desk_figures where what = 'backlog'`);
    await tx.execute(sql`insert into desk_figures (day, what, key, bucket, count, sum)
      select ${today}::date, 'backlog', case
          when t.created_at >= ${since(backlogDays.day)} then 'day'
          when t.created_at >= ${since(backlogDays.days)} then 'days'
          when t.created_at >= ${since(backlogDays.week)} then 'week'
          when t.created_at >= ${since(backlogDays.month)} then 'month'
          else 'older' end, 0, count(*), 0
      from tickets t where ${isCounted} and t.status in ${[...statusesUnderWay]} group by 3`);
  });
}
