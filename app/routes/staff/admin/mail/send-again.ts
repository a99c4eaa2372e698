import type { ActionFunctionArgs } from "@remix-run/node";
import { requireAdmin, requireId } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { sendAgain } from "~/models/telling/deliveries/send-again.server";

export async function action(args: ActionFunctionArgs) {
  const viewer = requireAdmin(args);
  await sendAgain(args.context.db, { viewer, id: requireId(args.params) });
  return doneAt("/staff/mail", args.context, "done.mailAgain");
}
