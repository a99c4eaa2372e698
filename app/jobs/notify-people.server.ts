import { z } from "zod";
import type { DeliveryKind } from "#db/schema/deliveries";
import { queueDeliveries } from "~/models/deliveries/queue-deliveries.server";
import { addNotifications } from "~/models/notifications/add-notifications.server";
import { findRecipients, findToldEvent, type ToldEvent } from "~/models/notifications/recipients.server";
import type { Tools } from "./tools.server";

const data = z.object({ eventId: z.number() });

const kinds: Partial<Record<ToldEvent["type"], DeliveryKind>> = {
  "post.status_changed": "move",
  "post.merged": "merge",
  "post.submitted": "post",
  "comment.submitted": "comments",
};

/** People in one transaction: whoever is told already when a worker dies is not told again. */
const pageLength = 1000;

/** Tells everyone whom an event concerns, and queues the mails that go at once. */
export async function notifyPeople({ db }: Tools, job: unknown): Promise<void> {
  const event = await findToldEvent(db, data.parse(job).eventId);
  if (!event) return;
  for (let after: string | undefined; ; ) {
    const people = await findRecipients(db, event, { after, limit: pageLength });
    await db.transaction(async (tx) => {
      const added = await addNotifications(tx, event, people);
      const kind = kinds[event.type];
      const singles = kind ? added.filter(({ mailForm }) => mailForm === "single") : [];
      await queueDeliveries(
        tx,
        singles.flatMap(({ id, userId, email }) => (kind ? { kind, userId, to: email, notificationIds: [id] } : [])),
      );
    });
    if (people.length < pageLength) return;
    after = people.at(-1)?.userId;
  }
}
