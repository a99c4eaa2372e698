import { createHmac, timingSafeEqual } from "node:crypto";
import { parse } from "cookie";
import { z } from "zod";
import type { Visit } from "./visit.server";

// Who has set out to sign in elsewhere, for as long as that takes: a signed cookie, so that nobody is sent back as
// somebody else's answer, and the address that comes back works in this browser and once.

const cookie = "departure";
/** Seconds. */
const life = 600;

const departure = z.object({
  provider: z.string(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  next: z.string(),
  until: z.number(),
});

export type Departure = Omit<z.output<typeof departure>, "until">;

export function rememberDeparture(visit: Visit, value: Departure, at = Date.now()): void {
  const text = Buffer.from(JSON.stringify({ ...value, until: at + life * 1000 })).toString("base64url");
  visit.outgoing.setCookie(cookie, `${text}.${sign(visit, text)}`, { maxAge: life });
}

/** What the browser set out with, if it did; it is forgotten, so that the same again finds nothing. */
export function takeDeparture(
  { request, context }: { request: Request; context: Visit },
  at = Date.now(),
): Departure | undefined {
  const given = parse(request.headers.get("Cookie") ?? "")[cookie];
  if (!given) return;
  context.outgoing.setCookie(cookie, "", { maxAge: 0 });
  const [text = "", mac = ""] = given.split(".", 2);
  const [a, b] = [Buffer.from(mac), Buffer.from(sign(context, text))];
  if (a.length !== b.length || !timingSafeEqual(a, b)) return;
  const { until, ...value } = departure.parse(JSON.parse(Buffer.from(text, "base64url").toString()));
  return until > at ? value : undefined;
}

const sign = ({ env }: Visit, text: string): string =>
  createHmac("sha256", env.SESSION_SECRET).update(`departure ${text}`).digest("base64url");
