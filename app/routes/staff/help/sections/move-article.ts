import { type ActionFunctionArgs, json } from "@remix-run/node";
import { readForm } from "~/http/forms.server";
import { readNumber, requireArticlePublisher, requireNumber, wantsJson } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { rowMove } from "~/models/core/row-move";
import { moveArticle } from "~/models/help/articles/section-order.server";

export async function action(args: ActionFunctionArgs) {
  const viewer = requireArticlePublisher(args);
  const move = await readForm(args, rowMove);
  await moveArticle(args.context.db, { viewer, number: requireNumber(args.params), move });
  if (wantsJson(args.request)) return json({});
  return doneAt(`/staff/help/sections/${readNumber(args.params.id)}`, args.context, "done.saved");
}
