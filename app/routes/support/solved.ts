import type { ActionFunctionArgs } from "@remix-run/node";
import { doneAt } from "~/http/respond.server";
import { solveTicket } from "~/models/support/tickets/move-ticket.server";
import { requireTicketReader } from "./require-reader.server";

export async function action(args: ActionFunctionArgs) {
  const { reader, path } = await requireTicketReader(args);
  await solveTicket(args.context.db, { person: reader });
  return doneAt(path, args.context, "done.ticketSolved");
}
