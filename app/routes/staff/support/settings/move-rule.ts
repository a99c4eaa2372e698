import { type ActionFunctionArgs, json } from "@remix-run/node";
import { readForm } from "~/http/forms.server";
import { readNumber, requireAdmin, wantsJson } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { rowMove } from "~/models/core/row-move";
import { moveRule } from "~/models/support/routing/edit-rules.server";

export async function action(args: ActionFunctionArgs) {
  const viewer = requireAdmin(args);
  const move = await readForm(args, rowMove);
  await moveRule(args.context.db, { viewer, id: readNumber(args.params.id), move });
  if (wantsJson(args.request)) return json({});
  return doneAt("/staff/support/settings/routing", args.context, "done.saved");
}
