import { and, asc, eq, isNull, or } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { boardGuests, invitations, users } from "#db/schema";
import { DomainError } from "../domain-error";
import { recordEvent } from "../events/record.server";
import { takeTurnsForRoles } from "../users/change-role.server";
import { roles } from "../users/policy";
import type { User } from "../users/viewer";
import { type Invitation, isOpen } from "./find-invitation.server";

interface Arrival {
  email: string;
  /** The invitation that they came with, if any; those to their address count without it. */
  id?: string;
  at: Date;
}

/** The invitation that lets somebody in, held until the transaction ends, so that nobody else uses it up. */
export async function holdInvitation(tx: Db, { email, id, at }: Arrival): Promise<Invitation | undefined> {
  const isTheirs = eq(invitations.email, email);
  const isLink = id ? and(eq(invitations.id, id), isNull(invitations.email)) : undefined;
  const [held] = await tx
    .select()
    .from(invitations)
    .where(and(or(isTheirs, isLink), isOpen(at)))
    // One to their address before a link: it is for nobody else.
    .orderBy(asc(invitations.email), asc(invitations.createdAt))
    .limit(1)
    .for("update");
  return held;
}

/**
 * Gives somebody what they are invited to, and counts it; nobody loses a role. Resolves to the role that they have now.
 * What changes nothing is not counted, unless they are new.
 */
export async function useInvitation(
  tx: Db,
  {
    invitation,
    user,
    isNew,
    at,
  }: { invitation: Invitation; user: Pick<User, "id" | "role">; isNew: boolean; at: Date },
): Promise<User["role"]> {
  const rises = roles.indexOf(invitation.role) > roles.indexOf(user.role);
  const isNewGuest = await addGuest(tx, invitation, user.id);
  if (!rises && !isNewGuest && !isNew) return user.role;
  await tx
    .update(invitations)
    .set({ used: invitation.used + 1 })
    .where(eq(invitations.id, invitation.id));
  await recordEvent(tx, {
    type: "invitation.accepted",
    actorId: user.id,
    data: { invitationId: invitation.id },
    at,
  });
  if (!rises) return user.role;
  await takeTurnsForRoles(tx);
  await tx.update(users).set({ role: invitation.role }).where(eq(users.id, user.id));
  const data = { userId: user.id, from: user.role, to: invitation.role };
  await recordEvent(tx, { type: "user.role_changed", actorId: invitation.createdBy, data, at });
  return invitation.role;
}

/** Resolves to whether that is a change. */
async function addGuest(tx: Db, { boardId }: Invitation, userId: string): Promise<boolean> {
  if (boardId === null) return false;
  const added = await tx.insert(boardGuests).values({ boardId, userId }).onConflictDoNothing().returning();
  return added.length > 0;
}

/** Accepts an invitation as somebody who is signed in. Throws `invitationOver`. */
export async function acceptInvitation(
  db: Db,
  { viewer, id, at = new Date() }: { viewer: User; id: string; at?: Date },
): Promise<void> {
  await db.transaction(async (tx) => {
    const [user] = await tx.select().from(users).where(eq(users.id, viewer.id)).for("no key update");
    if (!user?.email || user.blockedAt) throw new DomainError("forbidden");
    const invitation = await holdInvitation(tx, { email: user.email, id, at });
    if (!invitation) throw new DomainError("invitationOver");
    await useInvitation(tx, { invitation, user, isNew: false, at });
  });
}
