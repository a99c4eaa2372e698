import { and, eq, gt, isNull, lt, type SQL } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { invitations } from "#db/schema";

export type Invitation = typeof invitations.$inferSelect;

/** Invitations that are still good: neither ended, revoked nor used up. */
export const isOpen = (at: Date): SQL | undefined =>
  and(isNull(invitations.revokedAt), gt(invitations.expiresAt, at), lt(invitations.used, invitations.most));

/** The invitation with this id, if it is still good. */
export async function findInvitation(db: Db, id: string, at = new Date()): Promise<Invitation | undefined> {
  const [found] = await db
    .select()
    .from(invitations)
    .where(and(eq(invitations.id, id), isOpen(at)));
  return found;
}
