import type { ActionFunctionArgs } from "@remix-run/node";
import { requireTicket, requireTicketHandler } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { resyncTicket } from "~/models/tickets/resync.server";

export async function action(args: ActionFunctionArgs) {
  const viewer = requireTicketHandler(args);
  const ticket = requireTicket(args.params);
  await resyncTicket(args.context.db, { viewer, ticket });
  return doneAt(`/staff/freshdesk/tickets/${ticket}`, args.context, "freshdeskPages.done.ticketAsked");
}
