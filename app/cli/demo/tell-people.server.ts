import { asc, gte, lt } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { events, notifications } from "#db/schema";
import { tellers } from "~/models/tellers.server";
import { addNotifications } from "~/models/telling/notifications/add-notifications.server";
import { findToldEvent } from "~/models/telling/notifications/find-event.server";

const day = 24 * 60 * 60_000;
/** Told of, and of these the part that nobody has read yet. */
const recent = { told: 45 * day, unread: 5 * day };
const mostPeople = 1000;

/** Tells people in the app what has happened lately, as the job notify-people would have; mail was sent long ago. */
export async function tellPeople(tx: Db, now: Date): Promise<void> {
  const since = new Date(now.getTime() - recent.told);
  const lately = await tx
    .select({ id: events.id })
    .from(events)
    .where(gte(events.createdAt, since))
    .orderBy(asc(events.id));
  for (const { id } of lately) {
    const found = await findToldEvent(tx, tellers, id);
    if (!found) continue;
    const people = await found.teller.recipients(tx, found.event, { limit: mostPeople });
    await addNotifications(tx, { ...found, people, at: found.event.createdAt });
  }
  await tx.update(notifications).set({ mailForm: null, mailDueAt: null });
  await tx
    .update(notifications)
    .set({ readAt: now })
    .where(lt(notifications.createdAt, new Date(now.getTime() - recent.unread)));
}
