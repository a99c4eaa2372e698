import { and, asc, eq, inArray, isNotNull, type SQL, sql } from "drizzle-orm";
import { type Db, rows } from "#db/client.server";
import { deliveries, reportReaders, tickets } from "#db/schema";
import type { TicketTargetKind } from "#db/schema/support/promises";
import { statusesUnderWay } from "../../support/tickets/lifecycle";
import type { TicketNumber } from "../../support/tickets/ticket-number";
import { listedTickets } from "../../support/tickets/visible-tickets.server";
import { type ClockDays, countedIn, isCounted, within, zoneOf } from "../desk/counted.server";
import { type Counted, figuresOf } from "../desk/desk-figures";
import { addDays } from "../figures/period";

/** What a report names at most of each list. */
const mostNamed = 10;

interface Asked {
  /** The Monday before which the week ended. */
  week: string;
  /** Whose weeks. */
  timeZone: string;
}

/**
 * A week of the support desk beside the one before, as its reader's clock has them: of tickets that everybody of the
 * team may know of, their numbers and nothing that a customer wrote.
 */
export async function findReport(db: Db, { week, timeZone }: Asked) {
  const zone = zoneOf(timeZone);
  const [first, before] = [addDays(week, -7), addDays(week, -14)];
  const days = { from: first, to: week, zone };
  return {
    first,
    last: addDays(week, -1),
    figures: await countFigures(db, days),
    before: await countFigures(db, { from: before, to: first, zone }),
    late: await listLate(db, days),
    waiting: await listWaiting(db),
  };
}

export type Report = Awaited<ReturnType<typeof findReport>>;

const countFigures = async (db: Db, days: ClockDays) =>
  figuresOf(
    await rows<Counted & Record<string, unknown>>(
      db,
      sql`select what, key, bucket, sum(count)::int as count, sum(sum)::float8 as sum
        from (${countedIn(days)}) counted group by what, key, bucket`,
    ),
  );

/** Promised times that came to be late in those days: how many of each kind, and of which tickets some of them are. */
async function listLate(db: Db, days: ClockDays) {
  type Late = { kind: TicketTargetKind; count: number; numbers: TicketNumber[] };
  return rows<Late & Record<string, unknown>>(
    db,
    sql`select kind, count(*)::int as count, (json_agg(json_build_object('year', year, 'serial', serial)
        order by breached_at, year, serial) filter (where place <= ${mostNamed})) as numbers
      from (${lateIn(days)}) late group by kind order by kind`,
  );
}

const lateIn = (days: ClockDays): SQL => sql`
  select g.kind, g.breached_at, t.year, t.serial, row_number() over (partition by g.kind order by g.breached_at, t.year, t.serial) as place
  from ticket_targets g join tickets t on t.id = g.ticket_id
  where ${isCounted} and ${within(sql`g.breached_at`, days)}`;

/** Whose requesters have waited longest for an answer, and since when. */
async function listWaiting(db: Db) {
  const { year, serial, unansweredSince } = tickets;
  return db
    .select({ year, serial, since: unansweredSince })
    .from(tickets)
    .where(
      and(
        listedTickets(),
        eq(tickets.isRestricted, false),
        isNotNull(unansweredSince),
        inArray(tickets.status, [...statusesUnderWay]),
      ),
    )
    .orderBy(asc(sql`coalesce(${unansweredSince}, 'infinity')`), asc(tickets.id))
    .limit(mostNamed);
}

/** Of mails that bring a report: of which week, if it was due, when somebody wanted it, and whether they still are its reader. */
export async function findReportsOfMails(db: Db, deliveryIds: string[]) {
  const { id, reportWeek, createdAt } = deliveries;
  const found = await db
    .select({ id, reportWeek, createdAt, isReader: sql<boolean>`${reportReaders.userId} is not null` })
    .from(deliveries)
    .leftJoin(reportReaders, eq(reportReaders.userId, deliveries.userId))
    .where(inArray(id, deliveryIds));
  return new Map(found.map((mail) => [mail.id, mail]));
}
