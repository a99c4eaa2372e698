import type { ActionFunctionArgs } from "@remix-run/node";
import { readForm } from "~/http/forms.server";
import { requireMaintainer, requireNumber } from "~/http/guards.server";
import { markForm } from "~/http/marks.server";
import { doneBack } from "~/http/respond.server";
import { pinPost } from "~/models/feedback/posts/mark-post.server";

export async function action(args: ActionFunctionArgs) {
  const viewer = requireMaintainer(args);
  const number = requireNumber(args.params);
  const { on } = await readForm(args, markForm);
  await pinPost(args.context.db, { viewer, number, on });
  return doneBack(args, `/posts/${number}`, on ? "done.pinned" : "done.unpinned");
}
