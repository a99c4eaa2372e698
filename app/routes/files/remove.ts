import { type ActionFunctionArgs, json } from "@remix-run/node";
import { requireId, wantsJson } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { removeAttachment } from "~/models/feedback/attachments/remove-attachment.server";
import { pageOf } from "./page-of";
import { requireFileSender } from "./require-file-sender.server";

export async function action(args: ActionFunctionArgs) {
  const viewer = requireFileSender(args);
  const held = await removeAttachment(args.context.db, { viewer, id: requireId(args.params) });
  if (wantsJson(args.request)) return json({});
  return doneAt(pageOf(held), args.context, "files.removed");
}
