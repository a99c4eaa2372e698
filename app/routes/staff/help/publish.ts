import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { readForm } from "~/http/forms.server";
import { requireNumber, requireWriter } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { articleLanguage, revisionField } from "~/models/help/articles/draft";
import { publishArticle } from "~/models/help/articles/publish-article.server";

const form = z.object({ language: articleLanguage, revision: revisionField() });

export async function action(args: ActionFunctionArgs) {
  const viewer = requireWriter(args);
  const number = requireNumber(args.params);
  const { language, revision } = await readForm(args, form);
  await publishArticle(args.context.db, { viewer, number, language, revision });
  return doneAt(`/help/articles/${number}?lang=${language}`, args.context, "done.articlePublished");
}
