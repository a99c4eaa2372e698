import { createHmac, timingSafeEqual } from "node:crypto";

// What proves that somebody reads the mail of an address. Both proofs follow from the id of the request
// and the server's secret, so the database holds nothing that signs anybody in.

/** The code of six digits that somebody types to sign in. */
export function codeFor(secret: string, signInId: string): string {
  return String(mac(secret, "code", signInId).readUIntBE(0, 6) % 1_000_000).padStart(6, "0");
}

/** The last part of the link's address. */
export function linkTokenFor(secret: string, signInId: string): string {
  return `${signInId}.${mac(secret, "link", signInId).toString("base64url")}`;
}

/** The last part of the address of an invitation. */
export const invitationTokenFor = (secret: string, id: string): string =>
  `${id}.${mac(secret, "invitation", id).toString("base64url")}`;

/** The id of the invitation that a token is for, if the token is ours. */
export const readInvitationToken = (secret: string, token: string): string | undefined =>
  readToken(token, (id) => invitationTokenFor(secret, id));

/** The id of the request that a link's token is for, if the token is ours. */
export const readLinkToken = (secret: string, token: string): string | undefined =>
  readToken(token, (id) => linkTokenFor(secret, id));

function readToken(token: string, right: (id: string) => string): string | undefined {
  const id = token.slice(0, 36);
  return /^[\da-f-]{36}$/.test(id) && isSame(token, right(id)) ? id : undefined;
}

/** Compares in constant time. */
export function isSame(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function mac(secret: string, purpose: string, id: string): Buffer {
  return createHmac("sha256", secret).update(`sign-in ${purpose} ${id}`).digest();
}
