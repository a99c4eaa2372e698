import { sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import type { Db } from "#db/client.server";
import { enqueue } from "#db/queue.server";
import { deliveries, notifications } from "#db/schema";
import type { DeliveryKind } from "#db/schema/telling/deliveries";

export interface NewDelivery {
  /** Where something else has to know it. */
  id?: string;
  kind: DeliveryKind;
  /** Null for customers, who have no account. */
  userId: string | null;
  supporterId?: string;
  /** Who gets the changelog or a roadmap, and the entry or the edition that it tells of. */
  subscriberId?: string;
  entryId?: string;
  editionId?: string;
  /** What changed of somebody's ways to sign in, or that their ticket is resolved. */
  eventId?: number;
  /** One of a ticket's people, and the message that they are told of; without a person, it goes to the team. */
  ticketPersonId?: string;
  ticketMessageId?: string;
  /** The mail that it says was not taken. */
  incomingMailId?: string;
  /** The page that it says nobody got. */
  pageId?: string;
  /** The Monday before which the week ended that it reports: nobody gets two of one week. */
  reportWeek?: string;
  to: string;
  /** What it tells of. */
  notificationIds: string[];
}

/** Mails in a batch: as many as one request of the strictest provider takes. */
const batchSize = 100;

/** Queues mails, in batches with a job each, in the transaction that decided on them. */
export async function queueDeliveries(tx: Db, mails: NewDelivery[], at = new Date()): Promise<void> {
  for (let i = 0; i < mails.length; i += batchSize) {
    const batchId = uuid();
    const batch = mails.slice(i, i + batchSize).map((mail) => ({ ...mail, id: mail.id ?? uuid() }));
    await tx
      .insert(deliveries)
      .values(batch.map(({ notificationIds: _, ...mail }) => ({ ...mail, batchId, createdAt: at, changedAt: at })));
    const carried = batch.flatMap(({ id, notificationIds }) =>
      notificationIds.map((notificationId) => sql`(${notificationId}::uuid, ${id}::uuid)`),
    );
    if (carried.length > 0)
      await tx.execute(sql`update ${notifications} set delivery_id = carried.delivery_id
      from (values ${sql.join(carried, sql`, `)}) as carried (id, delivery_id)
      where ${notifications.id} = carried.id`);
    await enqueue(tx, [{ name: "send-mail", data: { batchId } }]);
  }
}
