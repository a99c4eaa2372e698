import type { ActionFunctionArgs } from "@remix-run/node";
import { readForm } from "~/http/forms.server";
import { requireNumber, requireWriter } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { articleSetUp } from "~/models/help/articles/draft";
import { setUpArticle } from "~/models/help/articles/write-article.server";

export async function action(args: ActionFunctionArgs) {
  const viewer = requireWriter(args);
  const number = requireNumber(args.params);
  const setUp = await readForm(args, articleSetUp);
  await setUpArticle(args.context.db, { viewer, number, setUp });
  return doneAt(`/staff/help/${number}`, args.context, "done.saved");
}
