import type { Db } from "#db/client.server";
import { holdInvitation } from "../invitations/accept-invitation.server";
import { findOrCreateUser } from "./find-or-create-user.server";
import { requireMayJoin } from "./may-join.server";

interface Enter {
  /** Proved to be the person's own. */
  email: string;
  /** Of a person who has no account yet. */
  language: string;
  /** The invitation that the person came with. */
  invitationId?: string;
  /** Who becomes administrator by signing in; lower case. */
  adminEmail?: string;
  /** Whether whoever sends them may bring along anybody. */
  isSent?: boolean;
  at: Date;
}

/** The account of an address, made where there is none and the portal takes the person. Throws `notInvited`. */
export async function enter(tx: Db, { email, language, invitationId, adminEmail, isSent = false, at }: Enter) {
  const invitation = await holdInvitation(tx, { email, id: invitationId, at });
  await requireMayJoin(tx, email, isSent || invitation !== undefined || email === adminEmail);
  return findOrCreateUser(tx, { email, language }, at);
}
