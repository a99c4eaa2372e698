import { and, desc, eq, gt, isNull, lt, or } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import type { Db } from "#db/client.server";
import { signIns, users } from "#db/schema";
import { DomainError } from "../domain-error";
import { recordEvent } from "../events/record.server";
import { holdInvitation, useInvitation } from "../invitations/accept-invitation.server";
import { giveHandle } from "../users/give-handle.server";
import type { User } from "../users/viewer";
import { requireMayJoin } from "./may-join.server";
import { codeFor, isSame, readLinkToken } from "./tokens.server";

const mostTries = 5;

interface Proof {
  /** The server's secret. */
  secret: string;
  /** Who becomes administrator by signing in; lower case. */
  adminEmail?: string;
  /** The invitation that the person came with. */
  invitationId?: string;
  at?: Date;
}

export interface SignedIn {
  user: User;
  email: string;
  /** Where the person wanted to go. */
  next: string | null;
}

/**
 * Signs in with the code that was mailed to `email`, in the browser that asked for it. Five wrong ones end what this
 * browser has asked for, and nobody else's. Throws codeWrong, codeExpired, proofNeeded, blocked or notInvited.
 */
export async function signInWithCode(
  db: Db,
  {
    email,
    code,
    asker,
    secret,
    adminEmail,
    invitationId,
    at = new Date(),
  }: Proof & { email: string; code: string; asker?: string },
): Promise<SignedIn> {
  const outcome = await db.transaction(async (tx) => {
    const open = await tx
      .select()
      .from(signIns)
      .where(and(eq(signIns.email, email), isOf(asker), isOpen(at), lt(signIns.tries, mostTries)))
      .orderBy(desc(signIns.createdAt))
      .for("update");
    const looked = open.filter(({ needsProof }) => !needsProof);
    const right = looked.find(({ id, mailedAs }) => isSame(code, codeFor(secret, mailedAs ?? id)));
    if (right) return complete(tx, right, { adminEmail, invitationId, at });
    for (const { id, tries } of looked)
      await tx
        .update(signIns)
        .set({ tries: tries + 1 })
        .where(eq(signIns.id, id));
    // Returned, not thrown: the count of tries must outlive the transaction.
    const problem = looked.length > 0 ? "codeWrong" : open.length > 0 ? "proofNeeded" : "codeExpired";
    return new DomainError(problem, { field: "code" });
  });
  if (outcome instanceof DomainError) throw outcome;
  return outcome;
}

/** Signs in with the token of the link that was mailed. Throws `linkExpired`, `blocked` or `notInvited`. */
export async function signInWithLink(
  db: Db,
  { token, secret, adminEmail, invitationId, at = new Date() }: Proof & { token: string },
): Promise<SignedIn> {
  const id = readLinkToken(secret, token);
  return db.transaction(async (tx) => {
    const [signIn] = id
      ? await tx
          .select()
          .from(signIns)
          .where(and(eq(signIns.id, id), isOpen(at)))
          .for("update")
      : [];
    if (!signIn) throw new DomainError("linkExpired");
    return complete(tx, signIn, { adminEmail, invitationId, at });
  });
}

/** Whether a sign-in was asked for by this browser; those from before browsers were told apart are anybody's. */
const isOf = (asker: string | undefined) =>
  asker ? or(eq(signIns.asker, asker), isNull(signIns.asker)) : isNull(signIns.asker);

const isOpen = (at: Date) => and(isNull(signIns.usedAt), gt(signIns.expiresAt, at));

async function complete(
  tx: Db,
  signIn: typeof signIns.$inferSelect,
  { adminEmail, invitationId, at }: { adminEmail?: string; invitationId?: string; at: Date },
): Promise<SignedIn> {
  await tx
    .update(signIns)
    .set({ usedAt: at })
    .where(and(eq(signIns.email, signIn.email), isOpen(at)));
  const { email } = signIn;
  const invitation = await holdInvitation(tx, { email, id: invitationId, at });
  await requireMayJoin(tx, email, invitation !== undefined || email === adminEmail);
  const user = await findOrCreateUser(tx, signIn, at);
  if (user.blockedAt) throw new DomainError("blocked");
  const { id, name, handle, language } = user;
  if (name && !handle) await giveHandle(tx, { id, name }, at);
  const isAdmin = email === adminEmail;
  const isNew = user.createdAt.getTime() === at.getTime();
  const role = invitation && !isAdmin ? await useInvitation(tx, { invitation, user, isNew, at }) : user.role;
  if (isAdmin && user.role !== "admin") {
    await tx.update(users).set({ role: "admin" }).where(eq(users.id, user.id));
    await recordEvent(tx, {
      type: "user.role_changed",
      actorId: null,
      data: { userId: user.id, from: user.role, to: "admin" },
      at,
    });
  }
  return { user: { id, name, language, role: isAdmin ? "admin" : role }, email, next: signIn.next };
}

/** The account of an address whose owner has proved to read its mail. */
export async function findOrCreateUser(tx: Db, { email, language }: { email: string; language: string }, at: Date) {
  const id = uuid();
  const [created] = await tx
    .insert(users)
    .values({ id, email, language, createdAt: at })
    .onConflictDoNothing()
    .returning();
  if (created) {
    await recordEvent(tx, { type: "user.signed_up", actorId: id, data: {}, at });
    return created;
  }
  const [known] = await tx.select().from(users).where(eq(users.email, email));
  if (!known) throw new Error("A user was there and is gone within one transaction.");
  return known;
}
