import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { useToken } from "~/models/core/sign-in/use-token.server";
import type { Visit } from "./visit.server";

// What an authenticator signs: ours by its signature, good for a few minutes, for one purpose and person, and once.

/** Milliseconds. */
export const challengeLife = 5 * 60_000;

export type Purpose = "add" | "sign-in";

export function makeChallenge(visit: Visit, purpose: Purpose, at = Date.now()): string {
  const body = `${(at + challengeLife).toString(36)}.${randomBytes(16).toString("base64url")}`;
  return `${body}.${sign(visit, purpose, body)}`;
}

/** Uses a challenge up. Resolves to whether it was good. */
export async function redeemChallenge(
  visit: Visit,
  purpose: Purpose,
  challenge: string,
  at = Date.now(),
): Promise<boolean> {
  const [until = "", nonce = "", mac = ""] = challenge.split(".", 3);
  const [a, b] = [Buffer.from(mac), Buffer.from(sign(visit, purpose, `${until}.${nonce}`))];
  if (a.length !== b.length || !timingSafeEqual(a, b)) return false;
  const end = Number.parseInt(until, 36);
  return end > at && useToken(visit.db, `passkey ${challenge}`, new Date(end));
}

const sign = ({ env, viewer }: Visit, purpose: Purpose, body: string): string =>
  createHmac("sha256", env.SESSION_SECRET)
    .update(`passkey ${purpose} ${purpose === "add" ? viewer?.id : ""} ${body}`)
    .digest("base64url");
