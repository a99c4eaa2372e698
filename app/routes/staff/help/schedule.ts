import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { readForm } from "~/http/forms.server";
import { requireArticlePublisher, requireNumber } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { readLocalMoment } from "~/models/core/local-moment";
import { findPreferences } from "~/models/feedback/preferences/preferences.server";
import { articleLanguage } from "~/models/help/articles/draft";
import { scheduleArticle } from "~/models/help/articles/plan-article.server";

const form = z.object({ language: articleLanguage, moment: z.string().default("") });

export async function action(args: ActionFunctionArgs) {
  const viewer = requireArticlePublisher(args);
  const number = requireNumber(args.params);
  const { language, moment } = await readForm(args, form);
  const { db } = args.context;
  const { timeZone } = await findPreferences(db, viewer);
  await scheduleArticle(db, { viewer, number, language, for: readLocalMoment(moment, timeZone) });
  return doneAt(`/staff/help/${number}?language=${language}`, args.context, "done.articleScheduled");
}
