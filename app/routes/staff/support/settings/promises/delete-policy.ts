import type { ActionFunctionArgs } from "@remix-run/node";
import { readNumber, requireAdmin } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { deletePolicy } from "~/models/support/promises/edit-policies.server";

export async function action(args: ActionFunctionArgs) {
  const viewer = requireAdmin(args);
  await deletePolicy(args.context.db, { viewer, id: readNumber(args.params.id) });
  return doneAt("/staff/support/settings/policies", args.context, "done.policyDeleted");
}
