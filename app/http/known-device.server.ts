import { createHmac, timingSafeEqual } from "node:crypto";
import { parse } from "cookie";
import type { Visit } from "./visit.server";

// Where somebody has signed in before, strangers who ask for the same address are in nobody's way. The cookie says so by
// itself: it is signed, and names the address only to whoever has the secret.

const cookie = "device";
const year = 365 * 24 * 60 * 60;

/** Remembers in a cookie that this browser has signed in to the address. */
export function rememberDevice(visit: Visit, email: string, at = new Date()): void {
  visit.outgoing.setCookie(cookie, sign(visit.env.SESSION_SECRET, email, Math.floor(at.getTime() / 1000)), {
    maxAge: year,
  });
}

/** Whether it has within a year. */
export function isKnownDevice(
  { request, context }: { request: Request; context: Visit },
  email: string,
  at = new Date(),
): boolean {
  const given = parse(request.headers.get("Cookie") ?? "")[cookie] ?? "";
  const since = Number.parseInt(given, 36);
  if (!(at.getTime() / 1000 - since < year)) return false;
  const [a, b] = [Buffer.from(given), Buffer.from(sign(context.env.SESSION_SECRET, email, since))];
  return a.length === b.length && timingSafeEqual(a, b);
}

function sign(secret: string, email: string, since: number): string {
  const time = since.toString(36);
  return `${time}.${createHmac("sha256", secret).update(`device ${time} ${email}`).digest("base64url")}`;
}
