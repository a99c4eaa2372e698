import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { readForm } from "~/http/forms.server";
import { doneAt } from "~/http/respond.server";
import { undoStopLink } from "~/models/feedback/posts/mail-links.server";

const form = z.object({
  mailPace: z.enum(["instant", "bundled", "daily", "weekly"]).optional(),
  level: z.enum(["everything", "milestones"]).optional(),
});

export async function action(args: ActionFunctionArgs) {
  const { token = "" } = args.params;
  const before = await readForm(args, form);
  await undoStopLink(args.context.db, { token, ...before });
  return doneAt(`/unsubscribe/${encodeURIComponent(token)}`, args.context, "done.mailResumed");
}
