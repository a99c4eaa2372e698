import { eq, type SQL, sql } from "drizzle-orm";
import { type Db, rows } from "#db/client.server";
import { events } from "#db/schema";
import { hashedColumn } from "../../core/users/hashed-address.server";
import { waitingFreshdeskTickets } from "./waiting.server";

interface FollowTickets {
  /** Only what concerns this ticket; otherwise everything. */
  ticket?: number;
  at: Date;
}

/**
 * Brings supporters in line with the tickets as they are now: whoever has a ticket on a post is there, whoever has
 * none is not. Of those who were asked stays, in hashes, that they were.
 */
export async function followFreshdeskTickets(db: Db, { ticket, at }: FollowTickets): Promise<void> {
  const concerns = (postId: SQL) =>
    ticket ? sql`${postId} = any(array(select post_id from freshdesk_links where ticket = ${ticket}))` : sql`true`;
  // Only those are looked at whose contact is not a hash yet.
  const waiting = waitingFreshdeskTickets(concerns(sql`l.post_id`));
  const hasNone = sql`${concerns(sql`supporters.post_id`)} and not exists (
    select from (${waiting}) as w where w.post_id = supporters.post_id and w.contact_id = supporters.contact_id)`;
  while ((await addMissing(db, waiting, at)) === mostAtOnce);
  await db.transaction(async (tx) => {
    await tx.execute(sql`delete from supporters where state in ('waiting', 'unreachable', 'nobody') and ${hasNone}`);
    await tx.execute(sql`update supporters set state = 'lapsed', email = null, language = null,
        contact_id = ${hashedColumn(sql`contact_id`)}
      where state = 'asked' and ${hasNone}`);
  });
}

const mostAtOnce = 5000;

async function addMissing(db: Db, waiting: SQL, at: Date): Promise<number> {
  const added = await rows(
    db,
    sql`insert into supporters (id, post_id, contact_id, created_at, due_at)
      select gen_random_uuid(), post_id, contact_id, ${at.toISOString()}, ${at.toISOString()}
      from (select distinct post_id, contact_id from (${waiting}) as every) as w
      where not exists (select from supporters as known
          where known.post_id = w.post_id and known.contact_id = w.contact_id)
        and not exists (select from supporters as hashed
          where hashed.post_id = w.post_id and hashed.contact_id = ${hashedColumn(sql`w.contact_id`)})
      limit ${mostAtOnce}
      on conflict do nothing
      returning 1 as added`,
  );
  return added.length;
}

/** Which ticket an event is about. */
export async function findFreshdeskTicketOfEvent(db: Db, eventId: number): Promise<number | undefined> {
  const [event] = await db
    .select({ ticket: sql<number | null>`(${events.data} ->> 'ticket')::int` })
    .from(events)
    .where(eq(events.id, eventId));
  return event?.ticket ?? undefined;
}
