import type { ActionFunctionArgs } from "@remix-run/node";
import { requireNumber, requireWriter } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { archiveArticle } from "~/models/help/articles/publish-article.server";

export async function action(args: ActionFunctionArgs) {
  const viewer = requireWriter(args);
  const number = requireNumber(args.params);
  await archiveArticle(args.context.db, { viewer, number });
  return doneAt(`/staff/help/${number}`, args.context, "done.articleArchived");
}
