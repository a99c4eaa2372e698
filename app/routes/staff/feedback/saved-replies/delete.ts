import type { ActionFunctionArgs } from "@remix-run/node";
import { readNumber, requireStaff } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { deleteSavedReply } from "~/models/feedback/saved-replies/edit-saved-replies.server";

export async function action(args: ActionFunctionArgs) {
  const viewer = requireStaff(args);
  await deleteSavedReply(args.context.db, { viewer, id: readNumber(args.params.id) });
  return doneAt("/staff/replies", args.context, "replies.deleted");
}
