import { type ActionFunctionArgs, json } from "@remix-run/node";
import { z } from "zod";
import { readForm } from "~/http/forms.server";
import { requireId, wantsJson } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import * as field from "~/models/core/text/fields";
import { describeAttachment } from "~/models/feedback/attachments/describe-attachment.server";
import { pageOf } from "./page-of";
import { requireFileSender } from "./require-file-sender.server";

const description = z.object({ alt: field.optionalLine({ max: 300 }) });

export async function action(args: ActionFunctionArgs) {
  const viewer = requireFileSender(args);
  const { alt } = await readForm(args, description);
  const held = await describeAttachment(args.context.db, { viewer, id: requireId(args.params), alt });
  if (wantsJson(args.request)) return json({});
  return doneAt(pageOf(held), args.context, "done.saved");
}
