import type { ActionFunctionArgs } from "@remix-run/node";
import { requireAdmin } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { sendReportNow } from "~/models/insights/report/queue-reports.server";

export async function action(args: ActionFunctionArgs) {
  const viewer = requireAdmin(args);
  await sendReportNow(args.context.db, { viewer });
  return doneAt("/staff/support/settings/report", args.context, "done.reportSent");
}
