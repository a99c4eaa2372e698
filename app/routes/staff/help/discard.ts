import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { readForm } from "~/http/forms.server";
import { requireNumber, requireWriter } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { articleLanguage } from "~/models/help/articles/draft";
import { discardDraft } from "~/models/help/articles/write-article.server";

const form = z.object({ language: articleLanguage });

export async function action(args: ActionFunctionArgs) {
  const viewer = requireWriter(args);
  const number = requireNumber(args.params);
  const { language } = await readForm(args, form);
  await discardDraft(args.context.db, { viewer, number, language });
  return doneAt(`/staff/help/${number}?language=${language}`, args.context, "done.draftDiscarded");
}
