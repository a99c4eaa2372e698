import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { users } from "#db/schema";
import { DomainError } from "../domain-error";
import { recordEvent } from "../events/record.server";
import { holdInvitation, useInvitation } from "../invitations/accept-invitation.server";
import { domainOf } from "../text/address";
import { giveHandle } from "../users/give-handle.server";
import type { User } from "../users/viewer";

type Row = typeof users.$inferSelect;

interface Admit {
  /** Who becomes administrator by signing in; lower case. */
  adminEmail?: string;
  /** The invitation that the person came with. */
  invitationId?: string;
  at: Date;
}

/** Lets somebody in who has proved, in whichever way, that the account is theirs. Throws `blocked`. */
export async function admit(tx: Db, user: Row, { adminEmail, invitationId, at }: Admit): Promise<User> {
  const { id, email, name, handle, language } = user;
  if (user.blockedAt) throw new DomainError("blocked");
  if (name && !handle) await giveHandle(tx, { id, name }, at);
  const isAdmin = email !== null && email === adminEmail;
  const role = isAdmin ? await makeAdmin(tx, user, at) : await invited(tx, user, { invitationId, at });
  return { id, name, language, role, domain: email ? domainOf(email) : undefined };
}

async function makeAdmin(tx: Db, { id, role }: Row, at: Date): Promise<"admin"> {
  if (role === "admin") return role;
  await tx.update(users).set({ role: "admin" }).where(eq(users.id, id));
  const data = { userId: id, from: role, to: "admin" } as const;
  await recordEvent(tx, { type: "user.role_changed", actorId: null, data, at });
  return "admin";
}

/** The role of somebody once they have what they are invited to. */
async function invited(tx: Db, user: Row, { invitationId, at }: Admit): Promise<User["role"]> {
  const { email, createdAt, role } = user;
  const invitation = email && (await holdInvitation(tx, { email, id: invitationId, at }));
  if (!invitation) return role;
  return useInvitation(tx, { invitation, user, isNew: createdAt.getTime() === at.getTime(), at });
}
