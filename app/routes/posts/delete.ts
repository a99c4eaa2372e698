import type { ActionFunctionArgs } from "@remix-run/node";
import { readForm } from "~/http/forms.server";
import { requireModerator, requireNumber } from "~/http/guards.server";
import { doneBack } from "~/http/respond.server";
import { switchForm } from "~/http/switch-form.server";
import { deletePost } from "~/models/feedback/posts/set-post-flag.server";

export async function action(args: ActionFunctionArgs) {
  const viewer = requireModerator(args);
  const number = requireNumber(args.params);
  const { on } = await readForm(args, switchForm);
  await deletePost(args.context.db, { viewer, number, on });
  return doneBack(args, `/posts/${number}`, on ? "done.deleted" : "done.restored");
}
