import { and, eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import type { Db } from "#db/client.server";
import { identities, users } from "#db/schema";
import { DomainError } from "../domain-error";
import { recordEvent } from "../events/record.server";
import { takeTurns } from "../take-turns.server";
import { readAddress } from "../text/address";
import type { User } from "../users/viewer";
import { admit } from "./admit.server";
import { enter } from "./enter.server";
import { type Identity, ownApp } from "./identity";

interface SignInAs {
  identity: Identity;
  /** What people call the provider. */
  providerName: string;
  /** Of a person who has no account yet. */
  language: string;
  /** Who becomes administrator by signing in; lower case. */
  adminEmail?: string;
  /** The invitation that the person came with. */
  invitationId?: string;
  at?: Date;
}

/**
 * The one way in which an identity elsewhere becomes somebody of ours. One that is known signs in its account, whatever
 * the address is by now; else a verified address joins the account of that address, or makes one. Throws
 * `addressUnverified`, `notInvited` or
 * `blocked`.
 */
export async function signInAs(
  db: Db,
  { identity, at = new Date(), ...rest }: SignInAs,
): Promise<{ user: User; email: string | null }> {
  return db.transaction(async (tx) => {
    const { provider, subject } = identity;
    await takeTurns(tx, `identity ${provider} ${subject}`);
    const [known] = await tx
      .update(identities)
      .set({ usedAt: at })
      .where(and(eq(identities.provider, provider), eq(identities.subject, subject)))
      .returning({ userId: identities.userId });
    const user = known ? await findUser(tx, known.userId) : await join(tx, { identity, at, ...rest });
    return { user: await admit(tx, user, { ...rest, at }), email: user.email };
  });
}

async function findUser(tx: Db, id: string) {
  const [user] = await tx.select().from(users).where(eq(users.id, id));
  if (!user) throw new Error("An identity has lost its user within one transaction.");
  return user;
}

/** Joins an identity to the account of its address, and has the person told where there was one already. */
async function join(tx: Db, { identity, providerName, at, ...rest }: SignInAs & { at: Date }) {
  const email = identity.isVerified && identity.email ? readAddress(identity.email) : undefined;
  if (!email) throw new DomainError("addressUnverified", { params: { provider: providerName } });
  // Of two new ones with one address, the second joins the account that the first has made.
  await takeTurns(tx, `join ${email}`);
  const isThere = (await tx.$count(users, eq(users.email, email))) > 0;
  const { provider, subject } = identity;
  const user = await enter(tx, { ...rest, email, isSent: provider === ownApp, at });
  const id = uuid();
  await tx.insert(identities).values({ id, userId: user.id, provider, subject, email, createdAt: at, usedAt: at });
  const data = { identityId: id, provider: providerName };
  if (isThere) await recordEvent(tx, { type: "user.identity_joined", actorId: user.id, data, at });
  return user;
}
