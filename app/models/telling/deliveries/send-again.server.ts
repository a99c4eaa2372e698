import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { deliveries, notifications, users } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { recordEvent } from "../../core/events/record.server";
import { mayAdminister } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { isWorthSendingAgain } from "./mail-filter";
import { queueDeliveries } from "./queue-deliveries.server";
import { findSuppression } from "./suppressions.server";

interface SendAgain {
  viewer: User;
  /** The mail that did not arrive. */
  id: string;
  at?: Date;
}

/**
 * Tells a person again what a mail did not: in a new mail, since providers would take the same one for a repetition.
 * The old one keeps its fate and has nothing left to tell, so that this works once. Throws `forbidden`, `notFound`,
 * `mailNotAgain` or `addressSuppressed`.
 */
export async function sendAgain(db: Db, { viewer, id, at = new Date() }: SendAgain): Promise<void> {
  if (!mayAdminister(viewer)) throw new DomainError("forbidden");
  await db.transaction(async (tx) => {
    const [mail] = await tx.select().from(deliveries).where(eq(deliveries.id, id)).for("update");
    if (!mail) throw new DomainError("notFound");
    const told = await tx
      .select({ id: notifications.id, userId: notifications.userId, to: users.email })
      .from(notifications)
      .innerJoin(users, eq(users.id, notifications.userId))
      .where(eq(notifications.deliveryId, id));
    const [reader] = told;
    if (!reader?.to || !isWorthSendingAgain(mail.status)) throw new DomainError("mailNotAgain");
    const { userId, to } = reader;
    if (await findSuppression(tx, to)) throw new DomainError("addressSuppressed");
    const notificationIds = told.map(({ id }) => id);
    await queueDeliveries(tx, [{ kind: mail.kind, userId, to, notificationIds }], at);
    await recordEvent(tx, { type: "mail.resent", actorId: viewer.id, data: { deliveryId: id }, at });
  });
}
