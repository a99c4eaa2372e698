import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { requireId, requireTicketHandler } from "~/http/guards.server";
import { undoBulk } from "~/models/core/bulk/undo-bulk.server";
import { ticketsInBulk } from "~/models/support/queue/tickets-in-bulk.server";

export async function action(args: ActionFunctionArgs) {
  const viewer = requireTicketHandler(args);
  const id = requireId(args.params);
  await undoBulk(args.context.db, ticketsInBulk, { viewer, id });
  return redirect(`/staff/support/bulk/${id}`, 303);
}
