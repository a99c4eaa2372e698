import type { ActionFunctionArgs } from "@remix-run/node";
import { readNumber, requireAdmin } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { deleteSchedule } from "~/models/support/promises/edit-schedules.server";

export async function action(args: ActionFunctionArgs) {
  const viewer = requireAdmin(args);
  await deleteSchedule(args.context.db, { viewer, id: readNumber(args.params.id) });
  return doneAt("/staff/support/settings/schedules", args.context, "done.scheduleDeleted");
}
