import { and, eq, inArray } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { invitations, users } from "#db/schema";
import { isOpen } from "./find-invitation.server";

/** The invitations that mails carry, as far as they are still good. */
export async function findInvitationsOfMails(db: Db, deliveryIds: string[], at: Date) {
  const { id, deliveryId, expiresAt } = invitations;
  const found = await db
    .select({ id, deliveryId, expiresAt, by: users.name })
    .from(invitations)
    .leftJoin(users, eq(users.id, invitations.createdBy))
    .where(and(inArray(deliveryId, deliveryIds), isOpen(at)));
  return found.map((one) => ({ ...one, deliveryId: one.deliveryId ?? "" }));
}
