import { eq, sql } from "drizzle-orm";
import { type Db, rows } from "#db/client.server";
import { freshdeskWrites } from "#db/schema";
import type { WriteData, WriteKind } from "#db/schema/support/freshdesk";

/** Seconds; whoever is at a write says so anew several times in it. */
const lease = 60;

export type Claimed = {
  id: string;
  eventId: number | null;
  postId: string | null;
  /** The ticket of ours that it is about. */
  ticketId: string | null;
  ticket: number | null;
  kind: WriteKind;
  data: WriteData;
  attempts: number;
  /** Milliseconds since 1970. */
  createdAt: number;
  attemptedAt: number;
  /** It went out before and nobody knows what became of it: it has to be looked for first. */
  mayBeThere: boolean;
};

/** Nothing goes out while somebody does not want it to, or the key is refused. */
const isAtWork = sql`not exists (select 1 from freshdesk_settings
  where paused_at is not null or disconnected_at is not null or broken_at is not null)`;

/** Those to one ticket go one after the other, in the order of what they follow from; what was asked by hand is last. */
const order = (write: string) => sql.raw(`(coalesce(${write}.event_id, 9223372036854775807), ${write}.id)`);
const isBefore = sql`${order("earlier")} < ${order("mine")}`;
/** Of a ticket of ours, nothing goes there before the ticket itself does: what follows one that was refused waits. */
export const isFirst = sql`(mine.ticket_id is not null or not exists (select 1 from freshdesk_writes earlier
  where earlier.ticket = mine.ticket and ${isBefore} and earlier.state in ('queued', 'sending', 'uncertain')))
  and (mine.ticket_id is null or not exists (select 1 from freshdesk_writes earlier
  where earlier.ticket_id = mine.ticket_id and ${isBefore} and (earlier.state in ('queued', 'sending', 'uncertain')
    or earlier.state = 'refused' and earlier.kind = 'create')))`;

/**
 * Takes the next write whose turn it is, which nobody else takes then; undefined if there is none. Those to one ticket
 * go one after the other, in their order. Whoever dies over one leaves it `sending`, and it is looked for.
 */
export async function claimWrite(db: Db, leaseId: string, at: Date): Promise<Claimed | undefined> {
  const now = at.toISOString();
  const [claimed] = await rows<Claimed>(
    db,
    sql`update freshdesk_writes w
      set state = 'sending', lease_id = ${leaseId}, attempts = w.attempts + 1,
        leased_until = ${now}::timestamptz + make_interval(secs => ${lease}),
        attempted_at = coalesce(w.attempted_at, ${now}::timestamptz)
      from (
        select id, state from freshdesk_writes mine
        where state in ('queued', 'sending', 'uncertain') and due_at <= ${now}::timestamptz
          and (leased_until is null or leased_until < ${now}::timestamptz)
          and ${isFirst} and ${isAtWork}
        order by due_at, ${order("mine")} limit 1 for update skip locked
      ) as due
      where w.id = due.id
      returning w.id, w.event_id::int8::float8 as "eventId", w.post_id as "postId", w.ticket_id as "ticketId",
        coalesce((select number from freshdesk_handovers h where h.ticket_id = w.ticket_id), w.ticket) as ticket, w.kind, w.data, w.attempts,
        (extract(epoch from w.created_at) * 1000)::float8 as "createdAt",
        (extract(epoch from w.attempted_at) * 1000)::float8 as "attemptedAt",
        due.state <> 'queued' as "mayBeThere"`,
  );
  return claimed;
}

/** Prolongs the leases of a sender that is still at work. */
export async function renewLeases(db: Db, leaseId: string, at: Date): Promise<void> {
  const until = new Date(at.getTime() + lease * 1000);
  await db.update(freshdeskWrites).set({ leasedUntil: until }).where(eq(freshdeskWrites.leaseId, leaseId));
}

/** When the next write is due whose turn it is, and that nobody is at; undefined if none waits. */
export async function findNextDue(db: Db): Promise<Date | undefined> {
  const [next] = await rows<{ at: number | null }>(
    db,
    sql`select (extract(epoch from min(greatest(due_at, coalesce(leased_until, due_at)))) * 1000)::float8 as at
      from freshdesk_writes mine where state in ('queued', 'sending', 'uncertain') and ${isFirst} and ${isAtWork}`,
  );
  return next?.at ? new Date(next.at) : undefined;
}
