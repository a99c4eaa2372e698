import { readSignedId, sign, signedId } from "../signed-id.server";

// What proves that somebody reads the mail of an address. Both proofs follow from the id of the request
// and the server's secret, so the database holds nothing that signs anybody in.

/** The code of six digits that somebody types to sign in. */
export function codeFor(secret: string, signInId: string): string {
  return String(sign(secret, "sign-in code", signInId).readUIntBE(0, 6) % 1_000_000).padStart(6, "0");
}

/** The last part of the link's address. */
export const linkTokenFor = (secret: string, signInId: string): string => signedId(secret, "sign-in link", signInId);

/** The id of the request that a link's token is for, if the token is ours. */
export const readLinkToken = (secret: string, token: string): string | undefined =>
  readSignedId(secret, "sign-in link", token);

/** The last part of the address of an invitation. */
export const invitationTokenFor = (secret: string, id: string): string => signedId(secret, "sign-in invitation", id);

/** The id of the invitation that a token is for, if the token is ours. */
export const readInvitationToken = (secret: string, token: string): string | undefined =>
  readSignedId(secret, "sign-in invitation", token);
