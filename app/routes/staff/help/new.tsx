import { type SubmissionResult, useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { v7 as uuid } from "uuid";
import { z } from "zod";
import { readForm } from "~/http/forms.server";
import { requireWriter } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { languageName, languages } from "~/i18n/languages";
import * as field from "~/models/core/text/fields";
import { warmUp } from "~/models/core/text/markdown.server";
import { listHandlers } from "~/models/core/users/queries.server";
import { articleLanguage, articleSetUp, textDraft } from "~/models/help/articles/draft";
import { createArticle } from "~/models/help/articles/write-article.server";
import { listSections } from "~/models/help/sections/list-sections.server";
import { sectionName } from "~/models/help/sections/section-name";
import { button } from "~/ui/button";
import { SelectField } from "~/ui/form";
import { FormProblem } from "~/ui/form-problem";
import { useFrame } from "~/ui/frame";
import { SetUpFields } from "./set-up-fields";
import { TextFields } from "./text-fields";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireWriter(args);
  warmUp();
  const { db, words, query } = args.context;
  const [sections, writers] = await Promise.all([listSections(db, viewer), listHandlers(db, viewer)]);
  return {
    head: { title: words.t("helpStaff.new"), isPrivate: true },
    id: uuid(),
    sections: sections.map((section) => ({ id: section.id, name: sectionName(words, section) })),
    writers: writers.map(({ id, name }) => ({ id, name: name ?? "" })),
    language: query.oneOf("language", languages) ?? words.language,
    // Of what people searched for in vain.
    title: query.text("title"),
    wordings: query.words("wording"),
  };
}

const form = z.object({ id: field.clientId(), language: articleLanguage }).and(articleSetUp).and(textDraft);

export async function action(args: ActionFunctionArgs) {
  const viewer = requireWriter(args);
  const { id, language, section, audience, owner, reviewOn, ...draft } = await readForm(args, form);
  const setUp = { section, audience, owner, reviewOn };
  const { number } = await createArticle(args.context.db, { viewer, id, language, setUp, draft });
  return doneAt(`/staff/help/${number}`, args.context, "done.draftSaved");
}

type Fields = Record<
  "title" | "slug" | "body" | "wordings" | "section" | "audience" | "owner" | "reviewOn" | "language",
  string
>;

export default function NewArticle() {
  const { settings, viewer, words } = useFrame();
  const { t } = words;
  const { id, sections, writers, language, title, wordings } = useLoaderData<typeof loader>();
  const lastResult = useActionData() as SubmissionResult<string[]> | undefined;
  const [form, fields] = useForm<Fields>({
    id: "article",
    lastResult,
    defaultValue: {
      ...{ language, title, wordings: wordings.join("\n") },
      ...{ section: String(sections[0]?.id ?? ""), audience: "public" },
    },
  });
  return (
    <div className="mx-auto max-w-2xl">
      <h1 className="mb-6 text-2xl tracking-tight">{t("helpStaff.new")}</h1>
      <kept-draft
        data-name={title ? `article ${title}` : "article"}
        data-owner={viewer?.id ?? ""}
        data-fresh={lastResult ? undefined : ""}
      >
        <form data-compared method="post" noValidate className="space-y-6">
          <FormProblem errors={form.errors} />
          <input type="hidden" name="id" value={id} />
          <SelectField
            field={fields.language}
            label={t("helpStaff.form.language")}
            options={settings.languages.map((value) => ({ value, label: languageName(value) }))}
          />
          <TextFields fields={fields} />
          <SetUpFields fields={fields} sections={sections} writers={writers} />
          <button type="submit" className={button()}>
            {t("helpStaff.form.save")}
          </button>
        </form>
      </kept-draft>
    </div>
  );
}
