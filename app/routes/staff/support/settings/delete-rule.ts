import type { ActionFunctionArgs } from "@remix-run/node";
import { readNumber, requireAdmin } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { deleteRule } from "~/models/support/routing/edit-rules.server";

export async function action(args: ActionFunctionArgs) {
  const viewer = requireAdmin(args);
  await deleteRule(args.context.db, { viewer, id: readNumber(args.params.id) });
  return doneAt("/staff/support/settings/routing", args.context, "done.ruleDeleted");
}
