import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { passkeys, users } from "#db/schema";
import { DomainError } from "../../domain-error";
import type { User } from "../../users/viewer";
import { admit } from "../admit.server";
import { readResponse } from "./read-response";
import type { PasskeySite } from "./site";

interface SignInWithPasskey {
  /** What the authenticator has sent, as JSON. */
  response: string;
  site: PasskeySite;
  /** Who becomes administrator by signing in; lower case. */
  adminEmail?: string;
  /** The invitation that the person came with. */
  invitationId?: string;
  at?: Date;
}

/** Signs in whoever holds a passkey. Throws `passkeyWrong` or `blocked`. */
export async function signInWithPasskey(
  db: Db,
  { response, site, at = new Date(), ...rest }: SignInWithPasskey,
): Promise<{ user: User; email: string | null }> {
  const read = readResponse(response);
  if (!read || !(await site.redeem(read.challenge))) throw new DomainError("passkeyWrong");
  return db.transaction(async (tx) => {
    // Held, so that the same count is not used twice.
    const [passkey] = await tx.select().from(passkeys).where(eq(passkeys.id, read.id)).for("update");
    if (!passkey) throw new DomainError("passkeyWrong");
    const { id, counter, transports, publicKey } = passkey;
    const { verifyAuthenticationResponse } = await import("@simplewebauthn/server");
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: read.whole as never,
      expectedChallenge: read.encodedChallenge,
      expectedOrigin: site.origin,
      expectedRPID: site.id,
      credential: { id, counter, transports, publicKey: new Uint8Array(Buffer.from(publicKey, "base64url")) },
    }).catch(() => ({ verified: false, authenticationInfo: undefined }));
    if (!verified || !authenticationInfo) throw new DomainError("passkeyWrong");
    await tx.update(passkeys).set({ counter: authenticationInfo.newCounter, usedAt: at }).where(eq(passkeys.id, id));
    const [user] = await tx.select().from(users).where(eq(users.id, passkey.userId));
    if (!user) throw new Error("A passkey has lost its user within one transaction.");
    return { user: await admit(tx, user, { ...rest, at }), email: user.email };
  });
}
