import { type SQL, sql } from "drizzle-orm";
import { users } from "#db/schema";
import type { ToldEvent } from "./teller";

/** How often one person may mention or answer the same other one before it is no news any more; all else reaches them as ever. */
const mostCalls = { count: 5, minutes: 10, among: 200 };

/**
 * A condition on rows of `users`: whoever acted has not called this one too often around the time of the event. Jobs do
 * not come in the order of events.
 */
export const isCalledSeldom = ({ id, actorId, createdAt }: ToldEvent): SQL => sql`(select count(*) from
  (select event_id from notifications where user_id = ${users.id} and reason in ('mentioned', 'replied')
    order by id desc limit ${mostCalls.among}) as recent
  join events as other on other.id = recent.event_id
  where other.actor_id = ${actorId} and other.id <> ${id} and other.type <> 'post.assigned'
    and abs(extract(epoch from other.created_at - ${createdAt.toISOString()}::timestamptz)) < ${60 * mostCalls.minutes})
  < ${mostCalls.count}`;
