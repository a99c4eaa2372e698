import { desc, eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { deliveries } from "#db/schema";

const mostListed = 100;

/** The latest first; of one person, where an address or a part of one is given. */
export async function listDeliveries(db: Db, address = "") {
  const { id, to, subject, createdAt } = deliveries;
  return db
    .select({ id, to, subject, createdAt })
    .from(deliveries)
    .where(address ? sql`strpos(${to}, ${address}) > 0` : undefined)
    .orderBy(desc(createdAt))
    .limit(mostListed);
}

export async function findDelivery(db: Db, id: string) {
  const [delivery] = await db.select().from(deliveries).where(eq(deliveries.id, id));
  return delivery;
}
