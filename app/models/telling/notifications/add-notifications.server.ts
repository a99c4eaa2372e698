import { v7 as uuid } from "uuid";
import type { Db } from "#db/client.server";
import { notifications } from "#db/schema";
import { planMailOf } from "./mail-plan";
import type { Recipient, Teller, ToldEvent } from "./teller";

/** Tells people of an event in the app, and plans their mail; whoever is told already is left out. */
export async function addNotifications(
  tx: Db,
  { event, teller, people, at = new Date() }: { event: ToldEvent; teller: Teller; people: Recipient[]; at?: Date },
) {
  if (people.length === 0) return [];
  const emails = new Map(people.map(({ userId, email }) => [userId, email]));
  const added = await tx
    .insert(notifications)
    .values(
      people.map((person) => ({
        id: uuid(),
        userId: person.userId,
        eventId: event.id,
        postId: event.postId,
        ticketId: event.ticketId,
        reason: person.reason,
        since: person.since,
        createdAt: at,
        ...(teller.tells[event.type] && planMailOf(event.type, person, at)),
      })),
    )
    .onConflictDoNothing()
    .returning({ id: notifications.id, userId: notifications.userId, mailForm: notifications.mailForm });
  return added.map((one) => ({ ...one, email: emails.get(one.userId) ?? "" }));
}
