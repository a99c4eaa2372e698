import type { ActionFunctionArgs } from "@remix-run/node";
import { requireAdmin, requireId } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { deleteExport } from "~/models/admin/exports/runs/forget-exports.server";

export async function action(args: ActionFunctionArgs) {
  const viewer = requireAdmin(args);
  await deleteExport(args.context.db, { viewer, id: requireId(args.params) });
  return doneAt("/staff/export", args.context, "exportStaff.done.deleted");
}
