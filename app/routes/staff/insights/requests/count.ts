import type { ActionFunctionArgs } from "@remix-run/node";
import { requireMaintainer } from "~/http/guards.server";
import { doneBack } from "~/http/respond.server";
import { askForCount } from "~/models/insights/figures/settings.server";

export async function action(args: ActionFunctionArgs) {
  const viewer = requireMaintainer(args);
  await askForCount(args.context.db, viewer);
  return doneBack(args, "/staff/requests", "done.countAsked");
}
