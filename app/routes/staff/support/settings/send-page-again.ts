import type { ActionFunctionArgs } from "@remix-run/node";
import { requireAdmin, requireId } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { sendPageAgain } from "~/models/support/paging/send-page-again.server";

export async function action(args: ActionFunctionArgs) {
  const viewer = requireAdmin(args);
  await sendPageAgain(args.context.db, { viewer, id: requireId(args.params) });
  return doneAt("/staff/support/settings/paging", args.context, "done.pageAgain");
}
