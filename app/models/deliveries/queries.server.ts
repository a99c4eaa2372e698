import { desc, eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { deliveries } from "#db/schema";

const mostListed = 100;

/** The latest first. */
export async function listDeliveries(db: Db) {
  const { id, to, subject, createdAt } = deliveries;
  return db.select({ id, to, subject, createdAt }).from(deliveries).orderBy(desc(createdAt)).limit(mostListed);
}

export async function findDelivery(db: Db, id: string) {
  const [delivery] = await db.select().from(deliveries).where(eq(deliveries.id, id));
  return delivery;
}
