import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { readForm } from "~/http/forms.server";
import { requireMaintainer, requireNumber } from "~/http/guards.server";
import { doneBack } from "~/http/respond.server";
import * as field from "~/models/core/text/fields";
import { assignPost } from "~/models/feedback/posts/assign-post.server";

/** The form that assigns a post; the empty value assigns it to nobody. */
const choice = z.object({ assigneeId: z.uuid(field.say({ code: "choice" })).or(z.literal("")) });

export async function action(args: ActionFunctionArgs) {
  const viewer = requireMaintainer(args);
  const number = requireNumber(args.params);
  const { assigneeId } = await readForm(args, choice);
  await assignPost(args.context.db, { viewer, number, assigneeId: assigneeId || null });
  return doneBack(args, `/posts/${number}`, assigneeId ? "assignment.assigned" : "assignment.unassigned");
}
