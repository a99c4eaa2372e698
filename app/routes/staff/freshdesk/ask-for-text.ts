import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { requireTicket, requireTicketHandler } from "~/http/guards.server";
import { resyncTicket } from "~/models/tickets/resync.server";

/** Has what the customer wrote brought here, and leads to where it will be. */
export async function action(args: ActionFunctionArgs) {
  const viewer = requireTicketHandler(args);
  const ticket = requireTicket(args.params);
  await resyncTicket(args.context.db, { viewer, ticket, wantsText: true });
  return redirect(`/staff/freshdesk/tickets/${ticket}/post`, 303);
}
