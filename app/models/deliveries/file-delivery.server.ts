import type { Db } from "#db/client.server";
import { deliveries } from "#db/schema";

interface Delivery {
  id: string;
  kind: string;
  to: string;
  subject: string;
  html: string;
  text: string;
}

/** Puts a mail into the outbox; the same one again changes nothing. */
export async function fileDelivery(db: Db, delivery: Delivery, at = new Date()): Promise<void> {
  await db
    .insert(deliveries)
    .values({ ...delivery, status: "accepted", createdAt: at, handedOverAt: at })
    .onConflictDoNothing();
}
