import type { ActionFunctionArgs } from "@remix-run/node";
import { requireId, requireNumber, requireTicketHandler } from "~/http/guards.server";
import { doneBack } from "~/http/respond.server";
import { unlinkFreshdeskTicket } from "~/models/support/freshdesk/unlink-ticket.server";

export async function action(args: ActionFunctionArgs) {
  const viewer = requireTicketHandler(args);
  const number = requireNumber(args.params);
  await unlinkFreshdeskTicket(args.context.db, { viewer, linkId: requireId(args.params) });
  return doneBack(args, `/posts/${number}`, "freshdeskPages.done.unlinked");
}
