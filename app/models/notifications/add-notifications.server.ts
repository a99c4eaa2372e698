import { v7 as uuid } from "uuid";
import type { Db } from "#db/client.server";
import { notifications } from "#db/schema";
import { mailKinds } from "./mail-kinds";
import { isMilestone, planMail } from "./mail-plan";
import type { Recipient, ToldEvent } from "./recipients.server";

/** Tells people of an event in the app, and plans their mail; whoever is told already is left out. */
export async function addNotifications(tx: Db, event: ToldEvent, people: Recipient[], at = new Date()) {
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
        reason: person.reason,
        since: person.since,
        createdAt: at,
        ...(mailKinds[event.type] && planMail(person, isMilestone(event.type), at)),
      })),
    )
    .onConflictDoNothing()
    .returning({ id: notifications.id, userId: notifications.userId, mailForm: notifications.mailForm });
  return added.map((one) => ({ ...one, email: emails.get(one.userId) ?? "" }));
}
