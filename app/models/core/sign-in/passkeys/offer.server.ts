import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { passkeys, users } from "#db/schema";
import { DomainError } from "../../domain-error";
import type { User } from "../../users/viewer";

// The library is large, and a start should be quick.
const load = () => import("@simplewebauthn/server");

interface Offer {
  /** Of the portal, as browsers know it. */
  siteId: string;
  challenge: string;
  /** Milliseconds. */
  timeout: number;
}

/** What a browser has an authenticator sign to sign somebody in, whoever it is. */
export const offerSignIn = async ({ siteId, challenge, timeout }: Offer) =>
  (await load()).generateAuthenticationOptions({ rpID: siteId, challenge, timeout, userVerification: "required" });

/** What a browser has an authenticator make a passkey of the viewer's from. */
export async function offerPasskey(
  db: Db,
  { viewer, siteName, siteId, challenge, timeout }: Offer & { viewer: User; siteName: string },
) {
  const [user] = await db.select({ email: users.email }).from(users).where(eq(users.id, viewer.id));
  if (!user) throw new DomainError("notFound");
  const known = await db
    .select({ id: passkeys.id, transports: passkeys.transports })
    .from(passkeys)
    .where(eq(passkeys.userId, viewer.id));
  return (await load()).generateRegistrationOptions({
    rpName: siteName,
    rpID: siteId,
    userName: user.email ?? viewer.name ?? "",
    userDisplayName: viewer.name ?? "",
    userID: new TextEncoder().encode(viewer.id),
    challenge,
    timeout,
    excludeCredentials: known,
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
}
