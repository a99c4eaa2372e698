import { and, eq, inArray, or } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { deliveries } from "#db/schema";

/** Nobody works on these mails any more: those that wait have failed. */
export async function abandonMail(
  tx: Db,
  { ids = [], batchIds = [] }: { ids?: string[]; batchIds?: string[] },
  at = new Date(),
): Promise<void> {
  const isAmong = or(inArray(deliveries.id, ids), inArray(deliveries.batchId, batchIds));
  await tx
    .update(deliveries)
    .set({ status: "failed", changedAt: at })
    .where(and(isAmong, eq(deliveries.status, "queued")));
}
