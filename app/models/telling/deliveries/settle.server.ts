import { and, eq, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { deliveries } from "#db/schema";

/** Whether the provider took a mail, and its response. */
export interface Outcome {
  id: string;
  outcome: "accepted" | "refused";
  providerId?: string;
  response: string;
}

/**
 * Writes down what became of mails that were handed over. What a hook of the provider has said meanwhile stays. The
 * text goes, unless the outbox is to show it.
 */
export async function settle(
  db: Db,
  transport: string,
  outcomes: Outcome[],
  { keepsText, at = new Date() }: { keepsText: boolean; at?: Date },
): Promise<void> {
  if (outcomes.length === 0) return;
  const rows = outcomes.map(
    ({ id, outcome, providerId = null, response }) =>
      sql`(${id}::uuid, ${outcome === "accepted" ? "accepted" : "failed"}::delivery_status, ${providerId}::text, ${response}::text)`,
  );
  const forget = keepsText ? sql`` : sql`, html = null, "text" = null`;
  await db.execute(sql`update deliveries
    set status = case when deliveries.status = 'queued' then o.status else deliveries.status end,
      changed_at = case when deliveries.status = 'queued' then ${at.toISOString()} else deliveries.changed_at end,
      provider_id = o.provider_id, answer = o.response, transport = ${transport}, handed_over_at = ${at.toISOString()} ${forget}
    from (values ${sql.join(rows, sql`, `)}) as o (id, status, provider_id, response)
    where deliveries.id = o.id`);
}

/** The provider could not be asked: staff see why the mails of a batch wait. */
export async function noteDelay(db: Db, batchId: string, response: string): Promise<void> {
  await db
    .update(deliveries)
    .set({ response })
    .where(and(eq(deliveries.batchId, batchId), eq(deliveries.status, "queued")));
}
