import { eq, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { events } from "#db/schema";
import { hashedColumn } from "../users/hashed-address.server";
import { isAbout, waitingTickets } from "./waiting.server";

interface FollowTickets {
  /** Only what concerns this ticket; otherwise everything. */
  ticket?: number;
  at: Date;
}

/**
 * Brings supporters in line with the tickets as they are now: whoever has a ticket on a post is there, whoever has
 * none is not. Of those who were asked stays, in hashes, that they were.
 */
export async function followTickets(db: Db, { ticket, at }: FollowTickets): Promise<void> {
  const concerns = (postId: SQL) =>
    ticket ? sql`${postId} in (select post_id from ticket_links where ticket = ${ticket})` : sql`true`;
  const hasNone = sql`${concerns(sql`supporters.post_id`)} and not exists (
    select from (${waitingTickets}) as w where w.post_id = supporters.post_id and ${isAbout(sql`w.contact_id`)})`;
  await db.transaction(async (tx) => {
    await tx.execute(sql`insert into supporters (id, post_id, contact_id, created_at, due_at)
      select gen_random_uuid(), post_id, contact_id, ${at.toISOString()}, ${at.toISOString()}
      from (select distinct post_id, contact_id from (${waitingTickets}) as every) as w
      where ${concerns(sql`w.post_id`)} and not exists (
        select from supporters where supporters.post_id = w.post_id and ${isAbout(sql`w.contact_id`)})
      on conflict do nothing`);
    await tx.execute(sql`delete from supporters where state in ('waiting', 'unreachable', 'nobody') and ${hasNone}`);
    await tx.execute(sql`update supporters set state = 'lapsed', email = null, language = null,
        contact_id = ${hashedColumn(sql`contact_id`)}
      where state = 'asked' and ${hasNone}`);
  });
}

/** Which ticket an event is about. */
export async function findTicketOfEvent(db: Db, eventId: number): Promise<number | undefined> {
  const [event] = await db
    .select({ ticket: sql<number | null>`(${events.data} ->> 'ticket')::int` })
    .from(events)
    .where(eq(events.id, eventId));
  return event?.ticket ?? undefined;
}
