import type { ActionFunctionArgs } from "@remix-run/node";
import { requireModerator, requireNumber } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { unmergePost } from "~/models/feedback/posts/unmerge-post.server";

export async function action(args: ActionFunctionArgs) {
  const viewer = requireModerator(args);
  const number = requireNumber(args.params);
  await unmergePost(args.context.db, { viewer, number });
  return doneAt(`/posts/${number}`, args.context, "done.unmerged");
}
