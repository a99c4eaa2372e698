import { createHmac, timingSafeEqual } from "node:crypto";

/** An id that only whoever knows the server's secret could have written down for this purpose. */
export const signedId = (secret: string, purpose: string, id: string): string =>
  `${id}.${sign(secret, purpose, id).toString("base64url")}`;

/** The id in a token of `signedId`, if it is one for this purpose. */
export function readSignedId(secret: string, purpose: string, token: string): string | undefined {
  const id = idIn(token);
  return id && isSame(token, signedId(secret, purpose, id)) ? id : undefined;
}

/** The id that a token speaks of, be it right or not. */
export function idIn(token: string): string | undefined {
  const id = token.slice(0, 36);
  return /^[\da-f-]{36}$/.test(id) ? id : undefined;
}

/** Hexadecimal digits: mail programs may change capitals, and the whole has to stay below 64 characters. */
const proofLength = 24;

/** The same for the part of a mail address before the @. */
export const addressToken = (secret: string, purpose: string, id: string): string =>
  id.replaceAll("-", "") + sign(secret, purpose, id).toString("hex").slice(0, proofLength);

/** The id in a token of `addressToken`, if it is one for this purpose; whatever became of its capitals. */
export function readAddressToken(secret: string, purpose: string, token: string): string | undefined {
  const [, digits = ""] = /^([\da-f]{32})[\da-f]{24}$/.exec(token.toLowerCase()) ?? [];
  const id = digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return id && isSame(token.toLowerCase(), addressToken(secret, purpose, id)) ? id : undefined;
}

/** What proves that the server has written something about an id. */
export const sign = (secret: string, purpose: string, id: string): Buffer =>
  createHmac("sha256", secret).update(`${purpose} ${id}`).digest();

/** Compares in constant time. */
export function isSame(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
