import type { ActionFunctionArgs } from "@remix-run/node";
import { requireFreshdeskTicket, requireTicketHandler } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { resyncFreshdeskTicket } from "~/models/support/freshdesk/resync.server";

export async function action(args: ActionFunctionArgs) {
  const viewer = requireTicketHandler(args);
  const ticket = requireFreshdeskTicket(args.params);
  await resyncFreshdeskTicket(args.context.db, { viewer, ticket });
  return doneAt(`/staff/freshdesk/tickets/${ticket}`, args.context, "freshdeskPages.done.ticketAsked");
}
