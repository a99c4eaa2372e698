import { createHash, timingSafeEqual } from "node:crypto";
import { buffer } from "node:stream/consumers";
import type { Request } from "express";
import type { Call } from "~/http/endpoint.server";
import { reportFreshdeskTickets } from "~/models/support/freshdesk/report-tickets.server";
import { readFreshdeskTicketNumbers } from "./freshdesk-ticket-numbers";

/**
 * An automation rule says that something happened. Nobody signs what it says, its labels may be renamed and its JSON
 * broken: it is a hint only, and Freshdesk itself is asked afterwards.
 */
export async function hearFreshdesk({ db, request, response, secret }: Call & { secret: string }): Promise<void> {
  if (!secretsOf(request).some((given) => isSame(given, secret))) return void response.sendStatus(401);
  const body = await buffer(request);
  await reportFreshdeskTickets(db, readFreshdeskTicketNumbers(body.toString()));
  response.sendStatus(202);
}

/** In a header of its own, or as the password of a basic authorisation. */
function secretsOf(request: Request): string[] {
  const [, basic = ""] = /^Basic (.+)$/i.exec(request.get("authorization") ?? "") ?? [];
  const [, password] = /^[^:]*:(.*)$/s.exec(Buffer.from(basic, "base64").toString()) ?? [];
  return [request.get("x-webhook-secret"), password].filter((given) => given !== undefined);
}

/** Takes as long for a wrong secret as for the right one. */
function isSame(given: string, secret: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(secret));
}
