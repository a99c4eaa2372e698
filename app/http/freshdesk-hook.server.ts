import { createHash, timingSafeEqual } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { type Request, Router } from "express";
import { reportFreshdeskTickets } from "~/models/support/freshdesk/report-tickets.server";
import type { Parts } from "./parts.server";
import { readFreshdeskTicketNumbers } from "./ticket-numbers";

/**
 * `/hooks/freshdesk`: an automation rule says that something happened. Nobody signs what it says, its labels may be
 * renamed and its JSON broken: it is a hint only, and Freshdesk itself is asked afterwards.
 */
export function freshdeskHook({ database: { db }, env: { FRESHDESK_WEBHOOK_SECRET: secret } }: Parts): Router {
  const router = Router();
  router.post("/hooks/freshdesk", async (request, response, next) => {
    try {
      if (!secret) return response.sendStatus(404);
      if (!secretsOf(request).some((given) => isSame(given, secret))) return response.sendStatus(401);
      const body = await buffer(request);
      await reportFreshdeskTickets(db, readFreshdeskTicketNumbers(body.toString()));
      response.sendStatus(202);
    } catch (error) {
      next(error);
    }
  });
  return router;
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
