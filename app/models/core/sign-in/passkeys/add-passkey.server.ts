import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { passkeys, sessions } from "#db/schema";
import { DomainError } from "../../domain-error";
import { recordEvent } from "../../events/record.server";
import type { User } from "../../users/viewer";
import { readResponse } from "./read-response";
import type { PasskeySite } from "./site";

const mostPasskeys = 20;

interface AddPasskey {
  viewer: User;
  name: string;
  /** What the authenticator has sent, as JSON. */
  response: string;
  site: PasskeySite;
  /** The viewer's session as the database has it: from now on it is one by passkey. */
  session: string;
  /** Whether the viewer has to use a passkey before they do more than members do. */
  needsPasskey: boolean;
  at?: Date;
}

/** Adds a passkey to the viewer's account. Throws `passkeyWrong`, `passkeyKnown`, `passkeyNeeded` or `tooManyPasskeys`. */
export async function addPasskey(
  db: Db,
  { viewer, name, response, site, session, needsPasskey, at = new Date() }: AddPasskey,
): Promise<void> {
  const credential = await verify(response, site);
  await db.transaction(async (tx) => {
    const isOwn = eq(passkeys.userId, viewer.id);
    const known = await tx.$count(passkeys, isOwn);
    // Else a mailbox would do for a passkey.
    if (needsPasskey && known > 0) throw new DomainError("passkeyNeeded");
    if (known >= mostPasskeys) throw new DomainError("tooManyPasskeys");
    const added = await tx
      .insert(passkeys)
      .values({ ...credential, userId: viewer.id, name, createdAt: at })
      .onConflictDoNothing()
      .returning({ id: passkeys.id });
    if (added.length === 0) throw new DomainError("passkeyKnown");
    await tx.update(sessions).set({ isByPasskey: true }).where(eq(sessions.id, session));
    await recordEvent(tx, { type: "user.passkey_added", actorId: viewer.id, data: {}, at });
  });
}

async function verify(text: string, site: PasskeySite) {
  const read = readResponse(text);
  if (!read || !(await site.redeem(read.challenge))) throw new DomainError("passkeyWrong");
  const { verifyRegistrationResponse } = await import("@simplewebauthn/server");
  const { registrationInfo } = await verifyRegistrationResponse({
    response: read.whole as never,
    expectedChallenge: read.encodedChallenge,
    expectedOrigin: site.origin,
    expectedRPID: site.id,
  }).catch(() => ({ registrationInfo: undefined }));
  if (!registrationInfo) throw new DomainError("passkeyWrong");
  const { id, publicKey, counter } = registrationInfo.credential;
  return { id, publicKey: Buffer.from(publicKey).toString("base64url"), counter, transports: read.transports };
}
