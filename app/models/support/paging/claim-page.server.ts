import { eq, sql } from "drizzle-orm";
import { type Db, rows } from "#db/client.server";
import { ticketCategories, tickets } from "#db/schema";
import type { PageAction, PageReason } from "#db/schema/support/pages";

/** Seconds: a multiple of what one event may take. */
const lease = 60;

export type ClaimedPage = {
  id: string;
  ticketId: string;
  reason: PageReason;
  round: number;
  action: PageAction;
  attempts: number;
  /** Milliseconds since 1970. */
  askedAt: number;
};

/** What is said of an alert goes out in its order, each once PagerDuty has what comes before. */
const isFirst = sql`not exists (select from pages earlier where earlier.ticket_id = mine.ticket_id
  and earlier.reason = mine.reason and earlier.round = mine.round and earlier.action < mine.action
  and earlier.state = 'waiting')`;

/** Takes the next one whose turn it is, which nobody else takes then; undefined if there is none. */
export async function claimPage(db: Db, leaseId: string, at: Date): Promise<ClaimedPage | undefined> {
  const now = at.toISOString();
  const [claimed] = await rows<ClaimedPage>(
    db,
    sql`update pages set lease_id = ${leaseId}, attempts = attempts + 1, tried_at = ${now}::timestamptz,
        leased_until = ${now}::timestamptz + make_interval(secs => ${lease})
      where id = (
        select id from pages mine where state = 'waiting' and due_at <= ${now}::timestamptz
          and (leased_until is null or leased_until < ${now}::timestamptz) and ${isFirst}
        order by due_at, id limit 1 for update skip locked
      )
      returning id, ticket_id as "ticketId", reason, round::int4 as round, action, attempts::int4 as attempts,
        (extract(epoch from asked_at) * 1000)::float8 as "askedAt"`,
  );
  return claimed;
}

/** When the next one is due whose turn it is, and that nobody is at; undefined if none waits. */
export async function findNextPage(db: Db): Promise<Date | undefined> {
  const [next] = await rows<{ at: number | null }>(
    db,
    sql`select (extract(epoch from min(greatest(due_at, coalesce(leased_until, due_at)))) * 1000)::float8 as at
      from pages mine where state = 'waiting' and ${isFirst}`,
  );
  return next?.at ? new Date(next.at) : undefined;
}

/** What a page says of its ticket: nothing that a customer wrote. */
export async function findPageFacts(db: Db, ticketId: string) {
  const { year, serial, tier, priority } = tickets;
  const [facts] = await db
    .select({
      number: { year, serial },
      tier,
      priority,
      category: { key: ticketCategories.key, names: ticketCategories.names },
    })
    .from(tickets)
    .innerJoin(ticketCategories, eq(ticketCategories.id, tickets.categoryId))
    .where(eq(tickets.id, ticketId));
  return facts;
}
