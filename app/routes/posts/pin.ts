import type { ActionFunctionArgs } from "@remix-run/node";
import { readForm } from "~/http/forms.server";
import { requireMaintainer, requireNumber } from "~/http/guards.server";
import { doneBack } from "~/http/respond.server";
import { switchForm } from "~/http/switch-form.server";
import { pinPost } from "~/models/feedback/posts/set-post-flag.server";

export async function action(args: ActionFunctionArgs) {
  const viewer = requireMaintainer(args);
  const number = requireNumber(args.params);
  const { on } = await readForm(args, switchForm);
  await pinPost(args.context.db, { viewer, number, on });
  return doneBack(args, `/posts/${number}`, on ? "done.pinned" : "done.unpinned");
}
