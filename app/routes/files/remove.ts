import { type ActionFunctionArgs, json } from "@remix-run/node";
import { requireId, requireUser, wantsJson } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { removeAttachment } from "~/models/feedback/attachments/remove-attachment.server";
import { pageOf } from "./page-of";

export async function action(args: ActionFunctionArgs) {
  const viewer = requireUser(args);
  const held = await removeAttachment(args.context.db, { viewer, id: requireId(args.params) });
  if (wantsJson(args.request)) return json({});
  return doneAt(pageOf(held), args.context, "files.removed");
}
