import { eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { deliveries, events, users } from "#db/schema";
import { queueDeliveries } from "./queue-deliveries.server";

/**
 * Queues the mail to whoever can sign in otherwise than before, since the event of this id; the same again queues none.
 */
export async function announceSignInChange(db: Db, { eventId, at }: { eventId: number; at: Date }): Promise<void> {
  const ownerId = sql`coalesce((${events.data} ->> 'userId')::uuid, ${events.actorId})`;
  await db.transaction(async (tx) => {
    if ((await tx.$count(deliveries, eq(deliveries.eventId, eventId))) > 0) return;
    const [owner] = await tx
      .select({ userId: users.id, to: users.email })
      .from(events)
      .innerJoin(users, eq(users.id, ownerId))
      .where(eq(events.id, eventId));
    if (!owner?.to) return;
    const { userId, to } = owner;
    await queueDeliveries(tx, [{ kind: "identity", userId, to, eventId, notificationIds: [] }], at);
  });
}
