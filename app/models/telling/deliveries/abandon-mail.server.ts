import { and, eq, inArray, or } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { deliveries } from "#db/schema";

/** Lets mails fail that still wait, because no job works on them any more. */
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
