import { buffer } from "node:stream/consumers";
import type { Call } from "~/http/endpoint.server";
import { reportFreshdeskTickets } from "~/models/support/freshdesk/report-tickets.server";
import { readFreshdeskTicketNumbers } from "./freshdesk-ticket-numbers";
import { hasSecret } from "./shared-secret.server";

/**
 * An automation rule says that something happened. Nobody signs what it says, its labels may be renamed and its JSON
 * broken: it is a hint only, and Freshdesk itself is asked afterwards.
 */
export async function hearFreshdesk({ db, request, response, secret }: Call & { secret: string }): Promise<void> {
  if (!hasSecret(request, secret)) return void response.sendStatus(401);
  const body = await buffer(request);
  await reportFreshdeskTickets(db, readFreshdeskTicketNumbers(body.toString()));
  response.sendStatus(202);
}
