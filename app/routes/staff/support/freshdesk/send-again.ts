import type { ActionFunctionArgs } from "@remix-run/node";
import { requireId, requireTicketHandler } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { sendWriteAgain } from "~/models/support/freshdesk/send-write-again.server";

export async function action(args: ActionFunctionArgs) {
  const viewer = requireTicketHandler(args);
  await sendWriteAgain(args.context.db, { viewer, id: requireId(args.params) });
  return doneAt("/staff/freshdesk", args.context, "freshdeskPages.done.again");
}
