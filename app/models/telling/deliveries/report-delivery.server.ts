import { and, desc, eq, gt, inArray, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { deliveries, events, hookMessages } from "#db/schema";
import type { DeliveryStatus } from "#db/schema/telling/deliveries";
import { addSuppression } from "./suppressions.server";

/** What a provider says of a mail some time after it took it. */
export interface Report {
  /** The provider's name and its id of the message: the same one again changes nothing. */
  messageId: string;
  deliveryId?: string;
  providerId?: string;
  /** Absent where nothing is decided yet. */
  fate?: Extract<DeliveryStatus, "accepted" | "delivered" | "bounced" | "complained" | "failed" | "suppressed">;
  /** Of a bounce: nobody will ever get mail there. */
  isForGood?: boolean;
  /** In the provider's words. */
  response?: string;
}

/** Reports come in any order; a mail's fate only ever moves on. */
const ranks: Record<DeliveryStatus, number> = {
  queued: 0,
  accepted: 1,
  delivered: 2,
  bounced: 3,
  failed: 3,
  suppressed: 3,
  skipped: 3,
  complained: 4,
};

/** Takes in what a provider reports; of mails that we do not know it takes no notice. */
export async function reportDelivery(db: Db, report: Report, at = new Date()): Promise<void> {
  await db.transaction(async (tx) => {
    const isNew = await tx
      .insert(hookMessages)
      .values({ id: report.messageId, receivedAt: at })
      .onConflictDoNothing()
      .returning({ id: hookMessages.id });
    if (isNew.length === 0) return;
    const delivery = await holdDelivery(tx, report);
    if (!delivery) return;
    const { fate = delivery.status, response } = report;
    const moves = ranks[fate] > ranks[delivery.status];
    if (moves) await set(tx, delivery.id, { status: fate, changedAt: at, ...(response && { response }) });
    else if (!report.fate && ranks[fate] <= ranks.accepted) await set(tx, delivery.id, { response });
    await suppressWhere(tx, delivery.to.toLowerCase(), report, at);
  });
}

/** The mail that a report speaks of; our own id, where it comes along, is there before we know the provider's. */
async function holdDelivery(tx: Db, { deliveryId, providerId }: Report) {
  const { id, to, status } = deliveries;
  if (!deliveryId && !providerId) return;
  const isIt = deliveryId ? eq(id, deliveryId) : eq(deliveries.providerId, providerId ?? "");
  const [delivery] = await tx.select({ id, to, status }).from(deliveries).where(isIt).for("update");
  return delivery;
}

async function set(tx: Db, id: string, values: Partial<typeof deliveries.$inferInsert>): Promise<void> {
  await tx.update(deliveries).set(values).where(eq(deliveries.id, id));
}

async function suppressWhere(tx: Db, email: string, { fate, isForGood, response }: Report, at: Date): Promise<void> {
  const suppress = (reason: "bounce" | "complaint") =>
    addSuppression(tx, { email, reason, response, actorId: null, at });
  if (fate === "complained") return suppress("complaint");
  if (fate === "bounced" && (isForGood || (await isLost(tx, email)))) await suppress("bounce");
}

const mostBounces = 3;

/** Whether the last mails to an address, those since an administrator trusted it again, have all come back. */
async function isLost(tx: Db, email: string): Promise<boolean> {
  const { status, createdAt } = deliveries;
  const last = await tx
    .select({ status, createdAt })
    .from(deliveries)
    .where(and(eq(deliveries.to, email), inArray(status, ["delivered", "bounced", "complained"])))
    .orderBy(desc(createdAt))
    .limit(mostBounces);
  const oldest = last[mostBounces - 1];
  if (!oldest || last.some(({ status }) => status !== "bounced")) return false;
  const trusted = await tx
    .select({ id: events.id })
    .from(events)
    .where(
      and(
        eq(events.type, "mail.unsuppressed"),
        gt(events.createdAt, oldest.createdAt),
        sql`${events.data} ->> 'address' = ${email}`,
      ),
    )
    .limit(1);
  return trusted.length === 0;
}
