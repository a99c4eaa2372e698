import type { ActionFunctionArgs } from "@remix-run/node";
import { requireNumber, requireUser } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { closeOwnPost } from "~/models/feedback/posts/move-post.server";

export async function action(args: ActionFunctionArgs) {
  const viewer = requireUser(args);
  const number = requireNumber(args.params);
  await closeOwnPost(args.context.db, { viewer, number });
  return doneAt(`/posts/${number}`, args.context, "done.closed");
}
