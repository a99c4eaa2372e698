import { and, lt, ne } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { deliveries } from "#db/schema";

/** The list of mails goes back ninety days; one that still waits stays. */
export async function forgetOldMail(db: Db, at: Date): Promise<void> {
  const before = new Date(at.getTime() - 90 * 24 * 60 * 60_000);
  await db.delete(deliveries).where(and(lt(deliveries.createdAt, before), ne(deliveries.status, "queued")));
}
