import { and, desc, eq, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import type { Db } from "#db/client.server";
import { isReceived } from "#db/messages.server";
import { enqueue } from "#db/queue.server";
import { pages } from "#db/schema";
import type { PageAction, PageReason } from "#db/schema/support/pages";

interface Asked {
  ticketId: string;
  reason: PageReason;
  at: Date;
}

/**
 * Has somebody paged about a ticket that its caller holds; not again for the same reason before it was resolved. Where
 * nobody is paged at all, nothing is kept for later.
 */
export async function askForPage(tx: Db, { ticketId, reason, at }: Asked): Promise<void> {
  if (!isReceived(tx, "send-pages")) return;
  const [latest] = await tx
    .select({ round: pages.round, action: pages.action })
    .from(pages)
    .where(and(eq(pages.ticketId, ticketId), eq(pages.reason, reason)))
    .orderBy(desc(pages.round), desc(pages.action))
    .limit(1);
  if (latest && latest.action !== "resolve") return;
  await queuePages(tx, [{ ticketId, reason, round: (latest?.round ?? 0) + 1 }], { action: "trigger", at });
}

/** Says that somebody looks after a ticket, or that there is nothing left to do, wherever somebody was paged about it. */
export async function answerPages(
  tx: Db,
  { ticketId, action, at }: { ticketId: string; action: "acknowledge" | "resolve"; at: Date },
): Promise<void> {
  const isResolved = sql`exists (select from pages later where later.ticket_id = pages.ticket_id
    and later.reason = pages.reason and later.round = pages.round and later.action = 'resolve')`;
  const alerts = await tx
    .select({ ticketId: pages.ticketId, reason: pages.reason, round: pages.round })
    .from(pages)
    .where(and(eq(pages.ticketId, ticketId), eq(pages.action, "trigger"), sql`not ${isResolved}`));
  if (alerts.length === 0) return;
  await tx
    .update(pages)
    .set({ state: "over" })
    .where(and(eq(pages.ticketId, ticketId), eq(pages.state, "failed")));
  await queuePages(tx, alerts, { action, at });
}

type Alert = Pick<typeof pages.$inferSelect, "ticketId" | "reason" | "round">;

async function queuePages(tx: Db, alerts: Alert[], { action, at }: { action: PageAction; at: Date }): Promise<void> {
  await tx
    .insert(pages)
    .values(alerts.map((alert) => ({ ...alert, id: uuid(), action, askedAt: at, dueAt: at })))
    .onConflictDoNothing();
  await enqueue(tx, [{ name: "send-pages", data: {} }]);
}
