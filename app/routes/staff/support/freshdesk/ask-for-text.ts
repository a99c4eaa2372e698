import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { requireFreshdeskTicket, requireTicketHandler } from "~/http/guards.server";
import { resyncFreshdeskTicket } from "~/models/support/freshdesk/resync.server";

/** Has what the customer wrote brought here, and leads to where it will be. */
export async function action(args: ActionFunctionArgs) {
  const viewer = requireTicketHandler(args);
  const ticket = requireFreshdeskTicket(args.params);
  await resyncFreshdeskTicket(args.context.db, { viewer, ticket, wantsText: true });
  return redirect(`/staff/freshdesk/tickets/${ticket}/post`, 303);
}
