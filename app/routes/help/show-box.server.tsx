import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { renderFragment } from "~/http/fragment.server";
import { requireNumber } from "~/http/guards.server";
import { DomainError } from "~/models/core/domain-error";
import { findArticle } from "~/models/help/articles/find-article.server";
import { findJudgement, type Judge } from "~/models/help/judgements/judge-article.server";
import { JudgementBox } from "./judgement-box";

type Args = LoaderFunctionArgs | ActionFunctionArgs;

export async function requireArticle({ params, context: { db, viewer, words } }: Args) {
  const article = await findArticle(db, { viewer, language: words.language, number: requireNumber(params) });
  if (!article) throw new DomainError("notFound");
  return article;
}

/** What somebody has said of an article, as HTML for our own script to put where it is asked. */
export async function showBox(args: Args, judge: Judge): Promise<string> {
  const { id, number, text } = await requireArticle(args);
  const judgement = await findJudgement(args.context.db, judge, id);
  return renderFragment(args.context, <JudgementBox number={number} language={text.language} judgement={judgement} />);
}
