import { and, asc, eq, gt, lte, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { entries, events, subscribers, users } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import type { EventData } from "../../core/events/types";
import { mayPublish } from "../../core/users/policy";
import type { Viewer } from "../../core/users/viewer";
import { queueDeliveries } from "../../telling/deliveries/queue-deliveries.server";
import { addressOf, reachedSubscribers } from "../../telling/subscriptions/reached.server";
import { standingFor } from "../posts/duplicates.server";
import { manySubscribers } from "./many-subscribers";

const changelog = { roadmapId: null };

/** The publication that an event tells of, if subscribers are to hear of it. */
export async function findPublication(db: Db, eventId: number) {
  const [event] = await db.select().from(events).where(eq(events.id, eventId));
  const { entryId, isNews } = (event?.data ?? {}) as Partial<EventData["entry.published"]>;
  return event && entryId && isNews ? { entryId, actorId: event.actorId, at: event.createdAt } : undefined;
}

interface Announcement {
  entryId: string;
  actorId: string | null;
  /** When it was published: whoever subscribed later reads it on the page. */
  at: Date;
  /** The last of those who have their mail. */
  after?: string;
  limit: number;
}

/**
 * Queues the mails of the next so many subscribers, in one transaction: whoever has a mail of this entry gets no other
 * when the work is done again. Resolves to the last of them, undefined when all are through. Of an entry that was
 * taken back meanwhile nobody hears.
 */
export async function announceNext(db: Db, { entryId, actorId, at, after, limit }: Announcement) {
  return db.transaction(async (tx) => {
    const { publishedAt } = entries;
    const [entry] = await tx.select({ publishedAt }).from(entries).where(eq(entries.id, entryId)).for("update");
    if (!entry?.publishedAt) return;
    const found = await tx
      .select({
        id: subscribers.id,
        userId: subscribers.userId,
        to: addressOf,
      })
      .from(subscribers)
      .leftJoin(users, eq(users.id, subscribers.userId))
      .where(
        and(
          reachedSubscribers(changelog),
          lte(subscribers.confirmedAt, at),
          after ? gt(subscribers.id, after) : undefined,
          sql`not exists (select from deliveries where deliveries.entry_id = ${entryId} and deliveries.subscriber_id = ${subscribers.id})`,
          sql`not ${hearsOfMove(entryId, actorId)}`,
        ),
      )
      .orderBy(asc(subscribers.id))
      .limit(limit);
    await queueDeliveries(
      tx,
      found.map(({ id, userId, to }) => ({
        kind: "entry",
        userId,
        subscriberId: id,
        entryId,
        to,
        notificationIds: [],
      })),
    );
    return found.length === limit ? found.at(-1)?.id : undefined;
  });
}

/**
 * Whether the subscriber hears of a move that came with the entry, at once and in a mail of its own: it leads to the
 * entry, so another mail would say the same thing twice. The same people as in ../notifications/recipients.server.ts.
 */
const hearsOfMove = (entryId: string, actorId: string | null): SQL => sql`exists (
  select from entry_posts
  join posts on posts.id = ${standingFor(sql`entry_posts.post_id`)}
  join boards on boards.id = posts.board_id
  join follows on follows.post_id = posts.id
  where entry_posts.entry_id = ${entryId} and entry_posts.is_moved and posts.deleted_at is null
    and follows.user_id = ${users.id} and follows.level <> 'muted' and follows.user_id is distinct from ${actorId}::uuid
    and (boards.visibility <> 'staff' or ${users.role} <> 'member')
    and ${users.mailPace} <> 'off' and not (${users.mailPace} in ('daily', 'weekly') and ${users.movesInDigest}))`;

/** How many people would get a mail now; one more than {@link manySubscribers} where there are more. */
export async function countSubscribers(db: Db, viewer: Viewer): Promise<number> {
  if (!mayPublish(viewer)) throw new DomainError("forbidden");
  const reached = await db
    .select({ id: subscribers.id })
    .from(subscribers)
    .leftJoin(users, eq(users.id, subscribers.userId))
    .where(reachedSubscribers(changelog))
    .limit(manySubscribers + 1);
  return reached.length;
}
