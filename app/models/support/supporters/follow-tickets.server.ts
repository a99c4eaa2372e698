import { eq, type SQL, sql } from "drizzle-orm";
import { isAnyOf } from "#db/any-of.server";
import { type Db, rows } from "#db/client.server";
import { events } from "#db/schema";
import { hashedColumn } from "../../core/users/hashed-address.server";
import { waitingTickets } from "./waiting.server";

interface FollowTickets {
  /** Only what concerns these posts; otherwise everything. */
  postIds?: string[];
  at: Date;
}

/**
 * Brings supporters in line with the tickets as they are now: whoever has a ticket on a post is there, whoever has
 * none is not. Of those who were asked stays, in hashes, that they were.
 */
export async function followTickets(db: Db, { postIds, at }: FollowTickets): Promise<void> {
  const concerns = (postId: SQL) => (postIds ? isAnyOf(postId, postIds) : sql`true`);
  // Only those are looked at whose contact is not a hash yet.
  const waiting = waitingTickets(concerns(sql`l.post_id`));
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

/** The posts that an event about a ticket concerns: that of which it says, or those of a ticket of Freshdesk's. */
export async function findPostsOfEvent(db: Db, eventId: number): Promise<string[]> {
  const { data, id, postId, ticketId } = events;
  const found = await rows<{ id: string }>(
    db,
    sql`select post_id as id from freshdesk_links
        where ticket = (select (${data} ->> 'ticket')::int from ${events} where ${eq(id, eventId)})
      union select (${data} ->> 'postId')::uuid from ${events}
        where ${eq(id, eventId)} and ${ticketId} is not null and ${data} ? 'postId'
      union select ${postId} from ${events} where ${eq(id, eventId)} and ${postId} is not null`,
  );
  return found.map((post) => post.id);
}
