import type { ActionFunctionArgs } from "@remix-run/node";
import { requirePublisher } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { deleteLabel } from "~/models/feedback/changelog/edit-labels.server";

export async function action(args: ActionFunctionArgs) {
  const viewer = requirePublisher(args);
  await deleteLabel(args.context.db, { viewer, id: Number(args.params.id) || 0 });
  return doneAt("/staff/changelog/labels", args.context, "done.labelDeleted");
}
