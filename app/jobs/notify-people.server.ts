import { z } from "zod";
import { tellers } from "~/models/tellers.server";
import { queueDeliveries } from "~/models/telling/deliveries/queue-deliveries.server";
import { addNotifications } from "~/models/telling/notifications/add-notifications.server";
import { findToldEvent } from "~/models/telling/notifications/find-event.server";
import type { Tools } from "./tools.server";

const data = z.object({ eventId: z.number() });

/** People in one transaction: whoever is told already when a worker dies is not told again. */
const pageLength = 1000;

/** Tells everyone whom an event concerns, and queues the mails that go at once. */
export async function notifyPeople({ db }: Tools, job: unknown): Promise<void> {
  const found = await findToldEvent(db, tellers, data.parse(job).eventId);
  if (!found) return;
  const { event, teller } = found;
  const kind = teller.tells[event.type];
  for (let after: string | undefined; ; ) {
    const people = await teller.recipients(db, event, { after, limit: pageLength });
    await db.transaction(async (tx) => {
      const added = await addNotifications(tx, { event, teller, people });
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
