import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { requireId, requireMaintainer } from "~/http/guards.server";
import { undoBulkAction } from "~/models/feedback/inbox/undo-bulk.server";

export async function action(args: ActionFunctionArgs) {
  const viewer = requireMaintainer(args);
  const id = requireId(args.params);
  await undoBulkAction(args.context.db, { viewer, id });
  return redirect(`/staff/inbox/bulk/${id}`, 303);
}
