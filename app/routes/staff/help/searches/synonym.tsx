import { type SubmissionResult, useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { readForm } from "~/http/forms.server";
import { requireWriter } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { languageName } from "~/i18n/languages";
import * as field from "~/models/core/text/fields";
import { addSynonym } from "~/models/feedback/synonyms/add-synonym.server";
import { synonymLanguages, synonymLimits } from "~/models/feedback/synonyms/draft";
import { settleSearch } from "~/models/help/searches/list-searches.server";
import { SelectField, TextField } from "~/ui/form";
import { FormProblem } from "~/ui/form-problem";
import { useWords } from "~/ui/frame";
import { SaveOrCancel } from "../../save-or-cancel";
import { StaffPage } from "../../staff-page";

export function loader(args: LoaderFunctionArgs) {
  requireWriter(args);
  const { words, query } = args.context;
  return {
    head: { title: words.t("helpSearches.synonymHeading"), isPrivate: true },
    question: query.text("q"),
    language: query.oneOf("language", synonymLanguages) ?? "en",
  };
}

const word = () => field.line({ max: synonymLimits.length });
const form = z.object({ language: field.choice(synonymLanguages), word: word(), other: word() });

export async function action(args: ActionFunctionArgs) {
  const viewer = requireWriter(args);
  const synonym = await readForm(args, form);
  await addSynonym(args.context.db, { viewer, ...synonym });
  await settleSearch(args.context.db, viewer, args.context.query.text("q"));
  return doneAt("/staff/help/searches", args.context, "done.synonymAdded");
}

export default function Synonym() {
  const { t } = useWords();
  const { question, language } = useLoaderData<typeof loader>();
  const [form, fields] = useForm<Record<"language" | "word" | "other", string>>({
    id: "synonym",
    lastResult: useActionData() as SubmissionResult<string[]> | undefined,
    defaultValue: { language, word: question },
  });
  return (
    <StaffPage current="help">
      <h2 className="mt-6 text-xl">{t("helpSearches.synonymHeading")}</h2>
      <p className="mt-1 text-muted">{t("helpSearches.synonymIntro")}</p>
      <form method="post" noValidate className="mt-6 max-w-xl space-y-5">
        <FormProblem errors={form.errors} />
        <TextField field={fields.word} label={t("helpSearches.word")} dir="auto" />
        <TextField field={fields.other} label={t("helpSearches.other")} dir="auto" />
        <SelectField
          field={fields.language}
          label={t("synonyms.language")}
          options={synonymLanguages.map((value) => ({ value, label: languageName(value) }))}
        />
        <SaveOrCancel cancel="/staff/help/searches" />
      </form>
    </StaffPage>
  );
}
