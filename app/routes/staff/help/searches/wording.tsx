import { type SubmissionResult, useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { readForm } from "~/http/forms.server";
import { requireWriter } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { languages } from "~/i18n/languages";
import * as field from "~/models/core/text/fields";
import { addWording } from "~/models/help/articles/add-wording.server";
import { articleLanguage, articleLimits } from "~/models/help/articles/draft";
import { listForStaff } from "~/models/help/articles/list-for-staff.server";
import { settleSearch } from "~/models/help/searches/list-searches.server";
import { SelectField, TextField } from "~/ui/form";
import { FormProblem } from "~/ui/form-problem";
import { useWords } from "~/ui/frame";
import { SaveOrCancel } from "../../save-or-cancel";
import { StaffPage } from "../../staff-page";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireWriter(args);
  const { db, words, query } = args.context;
  const articles = await listForStaff(db, viewer, {});
  return {
    head: { title: words.t("helpSearches.wordingHeading"), isPrivate: true },
    question: query.text("q"),
    language: query.oneOf("language", languages) ?? words.language,
    articles: articles.map(({ number, title }) => ({ number, title })),
  };
}

const form = z.object({
  language: articleLanguage,
  wording: field.line({ max: articleLimits.wordings.longest }),
  article: field.id(),
});

export async function action(args: ActionFunctionArgs) {
  const viewer = requireWriter(args);
  const { language, wording, article } = await readForm(args, form);
  const { db, query } = args.context;
  const { isShown } = await addWording(db, { viewer, number: article, language, wording });
  await settleSearch(db, viewer, query.text("q"));
  return doneAt("/staff/help/searches", args.context, isShown ? "done.wordingShown" : "done.wordingKept");
}

export default function Wording() {
  const { t } = useWords();
  const { question, language, articles } = useLoaderData<typeof loader>();
  const [form, fields] = useForm<Record<"wording" | "article", string>>({
    id: "wording",
    lastResult: useActionData() as SubmissionResult<string[]> | undefined,
    defaultValue: { wording: question, article: String(articles[0]?.number ?? "") },
  });
  return (
    <StaffPage current="help">
      <h2 className="mt-6 text-xl">{t("helpSearches.wordingHeading")}</h2>
      <p className="mt-1 text-muted">
        {t(articles.length > 0 ? "helpSearches.wordingIntro" : "helpSearches.noArticles")}
      </p>
      {articles.length > 0 && (
        <form method="post" noValidate className="mt-6 max-w-xl space-y-5">
          <FormProblem errors={form.errors} />
          <input type="hidden" name="language" value={language} />
          <TextField field={fields.wording} label={t("helpSearches.wordingField")} dir="auto" />
          <SelectField
            field={fields.article}
            label={t("helpSearches.article")}
            options={articles.map(({ number, title }) => ({ value: String(number), label: title }))}
          />
          <SaveOrCancel cancel="/staff/help/searches" />
        </form>
      )}
    </StaffPage>
  );
}
