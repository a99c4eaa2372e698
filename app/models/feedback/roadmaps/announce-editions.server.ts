import { and, asc, eq, gt, isNull, lte, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import type { Db } from "#db/client.server";
import { roadmapEditions, roadmaps, subscribers, users } from "#db/schema";
import { queueDeliveries } from "../../telling/deliveries/queue-deliveries.server";
import { addressOf, reachedSubscribers } from "../../telling/subscriptions/reached.server";
import { hasHistory } from "./history.server";
import { listColumns } from "./queries.server";

/**
 * Makes the day's edition of every roadmap that somebody follows and something happened on since the last one. Made
 * once for each day (UTC), however often and by however many workers it is tried.
 */
export async function makeEditions(db: Db, at: Date): Promise<void> {
  const day = at.toISOString().slice(0, 10);
  const followed = await db
    .select({
      roadmapId: roadmaps.id,
      since: sql<string | null>`(select max(until) from roadmap_editions where roadmap_id = roadmaps.id)`,
    })
    .from(roadmaps)
    .where(
      and(
        eq(roadmaps.isOff, false),
        sql`exists (select from subscribers where roadmap_id = roadmaps.id and confirmed_at is not null)`,
      ),
    );
  for (const { roadmapId, since: last } of followed) {
    const since = last ? new Date(last) : null;
    const columns = await listColumns(db, roadmapId);
    if (!(await hasHistory(db, { roadmapId, columns, since, until: at }))) continue;
    await db.insert(roadmapEditions).values({ id: uuid(), roadmapId, day, since, until: at }).onConflictDoNothing();
  }
}

/** Ids of the editions that followers have still to be mailed of. */
export async function listUnqueuedEditions(db: Db): Promise<string[]> {
  const found = await db
    .select({ id: roadmapEditions.id })
    .from(roadmapEditions)
    .where(isNull(roadmapEditions.queuedAt))
    .orderBy(asc(roadmapEditions.until));
  return found.map(({ id }) => id);
}

interface Queueing {
  editionId: string;
  at: Date;
  /** The last of those who have their mail. */
  after?: string;
  limit: number;
}

/**
 * Queues the mails of the next so many followers, in one transaction: whoever has a mail of this edition gets no other
 * when the work is done again. Resolves to the last of them, undefined when all are through.
 */
export async function queueEdition(db: Db, { editionId, at, after, limit }: Queueing): Promise<string | undefined> {
  return db.transaction(async (tx) => {
    const isIt = eq(roadmapEditions.id, editionId);
    const [edition] = await tx.select().from(roadmapEditions).where(isIt).for("update");
    if (!edition) return;
    const found = await tx
      .select({ id: subscribers.id, userId: subscribers.userId, to: addressOf })
      .from(subscribers)
      .leftJoin(users, eq(users.id, subscribers.userId))
      .where(
        and(
          reachedSubscribers(edition),
          lte(subscribers.confirmedAt, edition.until),
          after ? gt(subscribers.id, after) : undefined,
          sql`not exists (select from deliveries
            where deliveries.edition_id = ${editionId} and deliveries.subscriber_id = ${subscribers.id})`,
        ),
      )
      .orderBy(asc(subscribers.id))
      .limit(limit);
    await queueDeliveries(
      tx,
      found.map(({ id: subscriberId, userId, to }) => ({
        kind: "roadmap",
        userId,
        subscriberId,
        editionId,
        to,
        notificationIds: [],
      })),
      at,
    );
    if (found.length === limit) return found.at(-1)?.id;
    await tx.update(roadmapEditions).set({ queuedAt: at }).where(isIt);
  });
}
