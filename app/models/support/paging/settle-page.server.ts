import { and, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { pages, users } from "#db/schema";
import { recordEvent } from "../../core/events/record.server";
import { queueDeliveries } from "../../telling/deliveries/queue-deliveries.server";
import type { ClaimedPage } from "./claim-page.server";

/** What became of a page. */
export type PageOutcome =
  | { state: "taken" | "failed"; answer: string }
  /** Another try, not before then; `isBusy` where nothing else goes out before then either. */
  | { state: "waiting"; answer: string; dueAt: Date; isBusy: boolean };

/** Writes down what became of a page; whoever has lost it to somebody else meanwhile has no say. */
export async function settlePage(
  db: Db,
  leaseId: string,
  page: ClaimedPage,
  outcome: PageOutcome,
  at: Date,
): Promise<void> {
  await db.transaction(async (tx) => {
    const { state, answer } = outcome;
    const settled = await tx
      .update(pages)
      .set({
        state,
        answer,
        leaseId: null,
        leasedUntil: null,
        ...(outcome.state === "waiting" ? { dueAt: outcome.dueAt } : { settledAt: at }),
      })
      .where(and(eq(pages.id, page.id), eq(pages.leaseId, leaseId)))
      .returning({ id: pages.id });
    if (settled.length === 0) return;
    if (outcome.state === "waiting") {
      if (outcome.isBusy) await holdOthers(tx, outcome.dueAt);
      return;
    }
    const { ticketId, action, reason } = page;
    const event = { actorId: null, ticketId, at };
    if (state === "taken") return recordEvent(tx, { ...event, type: "ticket.page_sent", data: { action, reason } });
    await recordEvent(tx, { ...event, type: "ticket.page_failed", data: { action, reason, answer } });
    if (action === "trigger") await mailAdministrators(tx, page.id, at);
  });
}

const holdOthers = (tx: Db, until: Date) =>
  tx
    .update(pages)
    .set({ dueAt: sql`greatest(${pages.dueAt}, ${until.toISOString()}::timestamptz)` })
    .where(eq(pages.state, "waiting"));

/** Nobody was paged, so somebody has to be told otherwise. */
async function mailAdministrators(tx: Db, pageId: string, at: Date): Promise<void> {
  const administrators = await tx
    .select({ userId: users.id, to: sql<string>`${users.email}` })
    .from(users)
    .where(and(eq(users.role, "admin"), isNull(users.blockedAt), sql`${users.email} is not null`));
  await queueDeliveries(
    tx,
    administrators.map((one) => ({ kind: "page-failed" as const, ...one, pageId, notificationIds: [] })),
    at,
  );
}
