import { queueDeliveries } from "~/models/telling/deliveries/queue-deliveries.server";
import { findDue, holdDue } from "~/models/telling/notifications/due.server";
import type { Tools } from "./tools.server";

const pageLength = 500;

/** Queues the bundles and digests whose time has come. */
export async function sendDueMail({ db, now }: Tools): Promise<void> {
  for (let isMore = true; isMore; ) {
    const due = await findDue(db, now(), pageLength);
    if (due.length === 0) return;
    await db.transaction(async (tx) => {
      const mails = await holdDue(tx, due);
      await queueDeliveries(
        tx,
        mails.map(({ userId, email, mailForm, notificationIds }) => ({
          kind: mailForm === "digest" ? "digest" : "comments",
          userId,
          to: email,
          notificationIds,
        })),
        now(),
      );
    });
    isMore = due.length === pageLength;
  }
}
