import type { ActionFunctionArgs } from "@remix-run/node";
import { requireArticlePublisher } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { beginWithThese } from "~/models/help/starter/begin-with-these.server";

export async function action(args: ActionFunctionArgs) {
  const viewer = requireArticlePublisher(args);
  await beginWithThese(args.context.db, { viewer });
  return doneAt("/staff/help", args.context, "done.begun");
}
