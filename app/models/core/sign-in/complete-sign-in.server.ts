import { and, desc, eq, gt, isNull, lt, or } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { signIns } from "#db/schema";
import { DomainError } from "../domain-error";
import { isSame } from "../signed-id.server";
import type { User } from "../users/viewer";
import { admit } from "./admit.server";
import { enter } from "./enter.server";
import { codeFor, readLinkToken } from "./tokens.server";

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
  const { email, language, next } = signIn;
  const user = await enter(tx, { email, language, invitationId, adminEmail, at });
  return { user: await admit(tx, user, { adminEmail, invitationId, at }), email, next };
}
