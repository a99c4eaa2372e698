import { and, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { deliveries, subscribers, users } from "#db/schema";
import type { User } from "../../core/users/viewer";

/** Whom a mail to a subscriber goes to, and what it is about. */
export interface SubscriberOfMail {
  /** Of the mail. */
  id: string;
  subscriberId: string;
  language: string;
  timeZone: string;
  /** Their account, where they have one. */
  user: User | null;
  /** Null until they have said yes. */
  confirmedAt: Date | null;
  /** Which roadmap they get; null where it is the changelog. */
  roadmapId: number | null;
  entryId: string | null;
  editionId: string | null;
}

/** Those who are still there and may be mailed at this address; of some mails. */
export async function findSubscribersOfMails(db: Db, deliveryIds: string[]): Promise<SubscriberOfMail[]> {
  if (deliveryIds.length === 0) return [];
  return db
    .select({
      id: deliveries.id,
      entryId: deliveries.entryId,
      editionId: deliveries.editionId,
      confirmedAt: subscribers.confirmedAt,
      user: { id: users.id, name: users.name, role: users.role, language: users.language },
      roadmapId: subscribers.roadmapId,
      subscriberId: subscribers.id,
      language: sql<string>`coalesce(${users.language}, ${subscribers.language})`,
      timeZone: sql<string>`coalesce(${users.timeZone}, 'UTC')`,
    })
    .from(deliveries)
    .innerJoin(subscribers, eq(subscribers.id, deliveries.subscriberId))
    .leftJoin(users, eq(users.id, subscribers.userId))
    .where(
      and(
        inArray(deliveries.id, deliveryIds),
        eq(deliveries.to, sql`coalesce(${users.email}, ${subscribers.email})`),
        sql`${users.blockedAt} is null`,
      ),
    )
    .orderBy(deliveries.id);
}
