import type { ActionFunctionArgs } from "@remix-run/node";
import { requireModerator } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { deleteTag } from "~/models/feedback/tags/edit-tags.server";

export async function action(args: ActionFunctionArgs) {
  const viewer = requireModerator(args);
  await deleteTag(args.context.db, { viewer, id: Number(args.params.id) || 0 });
  return doneAt("/staff/tags", args.context, "done.tagDeleted");
}
