import { and, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { events } from "#db/schema";

/**
 * Blanks the names and handles somebody had, and their address, in what happened; that it happened stays. It is the
 * only change of what they say that the database lets anybody make to events.
 */
export async function blankEvents(tx: Db, { id, email }: { id: string; email: string | null }): Promise<void> {
  await tx
    .update(events)
    .set({ data: sql`${events.data} || '{"from": null, "to": null}'::jsonb` })
    .where(and(eq(events.actorId, id), inArray(events.type, ["user.named", "user.handle_changed"])));
  if (!email) return;
  await tx
    .update(events)
    .set({ data: sql`${events.data} || '{"address": null}'::jsonb` })
    .where(
      and(inArray(events.type, ["mail.suppressed", "mail.unsuppressed"]), sql`${events.data} ->> 'address' = ${email}`),
    );
}
