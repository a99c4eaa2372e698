import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { readForm } from "~/http/forms.server";
import { requireArticlePublisher, requireNumber } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { articleLanguage } from "~/models/help/articles/draft";
import { scheduleArticle } from "~/models/help/articles/plan-article.server";

const form = z.object({ language: articleLanguage });

export async function action(args: ActionFunctionArgs) {
  const viewer = requireArticlePublisher(args);
  const number = requireNumber(args.params);
  const { language } = await readForm(args, form);
  await scheduleArticle(args.context.db, { viewer, number, language, for: null });
  return doneAt(`/staff/help/${number}?language=${language}`, args.context, "done.articleUnscheduled");
}
