import type { ActionFunctionArgs } from "@remix-run/node";
import { requireId, requireUser } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { moveAttachment } from "~/models/feedback/attachments/move-attachment.server";
import { pageOf } from "./page-of";

export async function action(args: ActionFunctionArgs) {
  const viewer = requireUser(args);
  const held = await moveAttachment(args.context.db, { viewer, id: requireId(args.params) });
  return doneAt(pageOf(held), args.context);
}
