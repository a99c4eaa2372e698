import { and, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { events, identities, users } from "#db/schema";
import { queueDeliveries } from "./queue-deliveries.server";

/** Queues the mail about the identity that an event tells of; the same again queues none. */
export async function announceIdentity(db: Db, { eventId, at }: { eventId: number; at: Date }): Promise<void> {
  await db.transaction(async (tx) => {
    const ofEvent = sql`(select (data ->> 'identityId')::uuid from ${events} where ${events.id} = ${eventId})`;
    const [told] = await tx
      .update(identities)
      .set({ toldAt: at })
      .where(and(eq(identities.id, ofEvent), isNull(identities.toldAt)))
      .returning({ userId: identities.userId });
    if (!told) return;
    const [user] = await tx.select({ email: users.email }).from(users).where(eq(users.id, told.userId));
    if (!user?.email) return;
    await queueDeliveries(tx, [{ kind: "identity", userId: told.userId, to: user.email, notificationIds: [] }], at);
  });
}
