import { type SubmissionResult, useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { readForm } from "~/http/forms.server";
import { requireNumber, requireWriter } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { languageName, languages } from "~/i18n/languages";
import { DomainError } from "~/models/core/domain-error";
import * as field from "~/models/core/text/fields";
import { warmUp } from "~/models/core/text/markdown.server";
import { listHandlers } from "~/models/core/users/queries.server";
import { articleLanguage, textDraft } from "~/models/help/articles/draft";
import { findForEditing } from "~/models/help/articles/find-for-editing.server";
import { saveDraft } from "~/models/help/articles/write-article.server";
import { listSections } from "~/models/help/sections/list-sections.server";
import { sectionName } from "~/models/help/sections/section-name";
import { button } from "~/ui/button";
import { FormProblem } from "~/ui/form-problem";
import { useFrame } from "~/ui/frame";
import { Segments } from "~/ui/segments";
import { ArticlePanel } from "./article-panel";
import { TextFields } from "./text-fields";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireWriter(args);
  warmUp();
  const { db, words, query } = args.context;
  const language = query.oneOf("language", languages);
  const found = await findForEditing(db, { viewer, number: requireNumber(args.params), language });
  if (!found) throw new DomainError("notFound");
  const [sections, writers] = await Promise.all([listSections(db, viewer), listHandlers(db, viewer)]);
  const { article, draft, text, original, versions, from } = found;
  return {
    head: { title: words.t("helpStaff.editing"), isPrivate: true },
    article,
    language: found.language,
    written: draft ?? text ?? { title: "", slug: "", bodyMarkdown: "", wordings: [] },
    hasDraft: draft !== undefined,
    isShown: text !== undefined,
    isInReview: draft?.isInReview ?? false,
    original: original && { title: original.title, body: original.bodyMarkdown },
    versions,
    from,
    sections: sections.map((section) => ({ id: section.id, name: sectionName(words, section) })),
    writers: writers.map(({ id, name }) => ({ id, name: name ?? "" })),
  };
}

const count = () => field.whole({ max: 1_000_000_000 });
const form = z.object({ language: articleLanguage, revision: count(), version: count() }).and(textDraft);

export async function action(args: ActionFunctionArgs) {
  const viewer = requireWriter(args);
  const number = requireNumber(args.params);
  const { language, revision, version, ...draft } = await readForm(args, form);
  await saveDraft(args.context.db, { viewer, number, language, draft, from: { revision, version } });
  return doneAt(`/staff/help/${number}?language=${language}`, args.context, "done.draftSaved");
}

export default function EditArticle() {
  const { settings, words } = useFrame();
  const { t } = words;
  const data = useLoaderData<typeof loader>();
  const { article, language, written, original, from } = data;
  const [form, fields] = useForm<Record<"title" | "slug" | "body" | "wordings", string>>({
    id: "text",
    lastResult: useActionData() as SubmissionResult<string[]> | undefined,
    defaultValue: {
      title: written.title,
      slug: written.slug,
      body: written.bodyMarkdown,
      wordings: written.wordings.join("\n"),
    },
  });
  return (
    <div className="grid grid-cols-1 gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="min-w-0">
        <p className="mb-2 text-sm">
          <a href="/staff/help" className="text-accent underline">
            {t("staff.help.title")}
          </a>
        </p>
        <h1 className="text-2xl tracking-tight">{t("helpStaff.article", { number: article.number })}</h1>
        <Segments
          label={t("helpStaff.languages")}
          className="mt-4"
          choices={settings.languages.map((one) => ({
            key: one,
            href: `/staff/help/${article.number}?language=${one}`,
            name: languageName(one),
            isCurrent: one === language,
          }))}
        />
        {original && (
          <details className="mt-4 rounded-lg bg-sunken px-4 py-3">
            <summary className="font-medium">{t("helpStaff.original")}</summary>
            <h2 lang={article.language} dir="auto" className="mt-3 text-base">
              {original.title}
            </h2>
            <pre lang={article.language} dir="auto" className="mt-2 text-sm whitespace-pre-wrap">
              {original.body}
            </pre>
          </details>
        )}
        <form method="post" noValidate lang={language} className="mt-6 space-y-6">
          <FormProblem errors={form.errors} />
          <input type="hidden" name="language" value={language} />
          <input type="hidden" name="revision" value={from.revision} />
          <input type="hidden" name="version" value={from.version} />
          <TextFields fields={fields} />
          <button type="submit" className={button()}>
            {t("helpStaff.form.save")}
          </button>
        </form>
      </div>
      <ArticlePanel {...data} />
    </div>
  );
}
