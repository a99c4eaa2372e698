import { createHash, timingSafeEqual } from "node:crypto";
import type { Request } from "express";

/** Whether a request knows the secret: in a header of its own, or as the password of a basic authorisation. */
export function hasSecret(request: Request, secret: string): boolean {
  const [, basic = ""] = /^Basic (.+)$/i.exec(request.get("authorization") ?? "") ?? [];
  const [, password] = /^[^:]*:(.*)$/s.exec(Buffer.from(basic, "base64").toString()) ?? [];
  return [request.get("x-webhook-secret"), password].some((given) => given !== undefined && isSame(given, secret));
}

/** Takes as long for a wrong secret as for the right one. */
function isSame(given: string, secret: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(secret));
}
