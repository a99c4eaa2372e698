import type { SubmissionResult } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { addressKey } from "~/http/address-key";
import { keepAsker, readAsker } from "~/http/asker.server";
import { readForm } from "~/http/forms.server";
import { requireNumber } from "~/http/guards.server";
import { limitActions, limitBy } from "~/http/rate-limit.server";
import { doneAt } from "~/http/respond.server";
import type { Visit } from "~/http/visit.server";
import { sayFault } from "~/models/core/text/fields";
import { articlePath } from "~/models/help/articles/article-path";
import {
  findJudgement,
  type Judge,
  judgeArticle,
  withdrawJudgement,
} from "~/models/help/judgements/judge-article.server";
import { judgementDraft } from "~/models/help/judgements/judgement";
import { useWords } from "~/ui/frame";
import { JudgementBox } from "./judgement-box";
import { requireArticle } from "./show-box.server";

/** What somebody has said of an article, on a page of its own for browsers without JavaScript: that of the article is everybody's. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, viewer, words } = args.context;
  const { id, number, text } = await requireArticle(args);
  const judgement = await findJudgement(db, { viewer, browser: readAsker(args.request) }, id);
  return {
    head: { title: `${words.t("helpful.title")} · ${words.t("site.name")}`, isPrivate: true },
    ...{ number, title: text.title, language: text.language, path: articlePath({ number, slug: text.slug }) },
    judgement,
  };
}

const form = judgementDraft.extend({ helpful: z.enum(["yes", "no", "none"]), website: z.string().optional() });

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const { db, viewer } = context;
  const number = requireNumber(args.params);
  const { helpful, website, ...said } = await readForm(args, form);
  const judge: Judge = { viewer, browser: helpful === "none" ? readAsker(request) : keepAsker(args) };
  if (helpful === "none") await withdrawJudgement(db, { judge, number });
  // Programs fill in what no person sees; they are told what people are told.
  else if (!website) {
    await limitJudging(context, number);
    await judgeArticle(db, { judge, number, draft: { ...said, helpful } });
  }
  const hasMoreToSay = helpful === "no" && !said.reason && !said.words;
  const key = helpful === "none" ? "done.judgementWithdrawn" : "done.articleJudged";
  return doneAt(`/help/judgements/${number}${context.address.search}`, context, hasMoreToSay ? undefined : key);
}

/** Whoever is not signed in is one of those behind a network address. */
async function limitJudging(context: Visit, number: number): Promise<void> {
  if (context.viewer) return;
  await limitActions("judgement", context);
  await limitBy(`${addressKey(context.ip)} ${number}`, "judgementOfOne", context);
}

export default function ShowJudgement() {
  const words = useWords();
  const { t } = words;
  const { number, title, language, path, judgement } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() as unknown as SubmissionResult<string[]> | undefined;
  const errors = Object.values(refused?.error ?? {}).flatMap((some) =>
    (some ?? []).map((fault) => sayFault(words, fault)),
  );
  return (
    <div className="mx-auto max-w-2xl">
      <h1 lang={language} dir="auto" className="text-2xl tracking-tight">
        {title}
      </h1>
      <div data-box className="mt-6">
        <JudgementBox number={number} language={language} judgement={judgement} errors={errors} />
      </div>
      <p className="mt-8">
        <a href={path} className="text-accent underline">
          {t("helpful.back")}
        </a>
      </p>
    </div>
  );
}
