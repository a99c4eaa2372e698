import type { ActionFunctionArgs } from "@remix-run/node";
import { readNumber, requireMaintainer } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { deleteView } from "~/models/feedback/inbox/edit-views.server";

export async function action(args: ActionFunctionArgs) {
  const viewer = requireMaintainer(args);
  await deleteView(args.context.db, { viewer, id: readNumber(args.params.id) });
  return doneAt("/staff/inbox", args.context, "inboxViews.deleted");
}
