import type { ActionFunctionArgs } from "@remix-run/node";
import { requireId, requireUser } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { deleteComment } from "~/models/feedback/comments/delete-comment.server";

export async function action(args: ActionFunctionArgs) {
  const viewer = requireUser(args);
  const { number } = await deleteComment(args.context.db, { viewer, id: requireId(args.params) });
  return doneAt(`/posts/${number}#timeline`, args.context, "done.commentDeleted");
}
