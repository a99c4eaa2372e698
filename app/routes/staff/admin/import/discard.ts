import type { ActionFunctionArgs } from "@remix-run/node";
import { requireAdmin, requireId } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { discardUpload } from "~/models/admin/imports/uploads/discard-upload.server";

export async function action(args: ActionFunctionArgs) {
  const viewer = requireAdmin(args);
  await discardUpload(args.context.db, { viewer, id: requireId(args.params) });
  return doneAt("/staff/import", args.context, "importStaff.done.discarded");
}
