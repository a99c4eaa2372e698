import { type SubmissionResult, useForm } from "@conform-to/react";
import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm } from "~/http/forms.server";
import { requireNumber, requireWriter } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { languageName, languages } from "~/i18n/languages";
import { DomainError } from "~/models/core/domain-error";
import { warmUp } from "~/models/core/text/markdown.server";
import { listHandlers } from "~/models/core/users/queries.server";
import { findPreferences } from "~/models/feedback/preferences/preferences.server";
import { findForEditing } from "~/models/help/articles/find-for-editing.server";
import { findMeanwhile } from "~/models/help/articles/find-meanwhile.server";
import { saveDraft } from "~/models/help/articles/write-article.server";
import { listJudgements } from "~/models/help/judgements/list-judgements.server";
import { listSections } from "~/models/help/sections/list-sections.server";
import { sectionName } from "~/models/help/sections/section-name";
import { button } from "~/ui/button";
import { FormProblem } from "~/ui/form-problem";
import { useFrame } from "~/ui/frame";
import { Segments } from "~/ui/segments";
import { Tick } from "~/ui/tick";
import { ArticlePanel } from "./article-panel";
import { draftForm, toBeSaved } from "./draft-form";
import { Meanwhile } from "./meanwhile";
import { Original } from "./original";
import { TextFields } from "./text-fields";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireWriter(args);
  warmUp();
  const { db, words, query } = args.context;
  const language = query.oneOf("language", languages);
  const found = await findForEditing(db, { viewer, number: requireNumber(args.params), language });
  if (!found) throw new DomainError("notFound");
  const { article, draft, text, original, versions, from } = found;
  const [sections, writers, { timeZone }, judgements] = await Promise.all([
    listSections(db, viewer),
    listHandlers(db, viewer),
    findPreferences(db, viewer),
    listJudgements(db, article.id),
  ]);
  return {
    head: { title: words.t("helpStaff.editing"), isPrivate: true },
    article,
    language: found.language,
    written: draft ?? text ?? { title: "", slug: "", bodyMarkdown: "", wordings: [] },
    hasDraft: draft !== undefined,
    isShown: text !== undefined,
    isInReview: draft?.isInReview ?? false,
    scheduledFor: draft?.scheduledFor ?? null,
    refusal: draft?.refusal ?? null,
    original: original && { title: original.title, body: original.bodyMarkdown, version: original.version },
    changes: found.changes,
    timeZone,
    versions,
    from,
    judgements,
    sections: sections.map((section) => ({ id: section.id, name: sectionName(words, section) })),
    writers: writers.map(({ id, name }) => ({ id, name: name ?? "" })),
  };
}

/** What somebody else has kept meanwhile is shown beside what this one wrote, who may then save over it. */
export async function action(args: ActionFunctionArgs) {
  const viewer = requireWriter(args);
  const number = requireNumber(args.params);
  const { language, draft, ...saved } = toBeSaved(await readForm(args, draftForm));
  const { db } = args.context;
  try {
    await saveDraft(db, { viewer, number, language, draft, ...saved });
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== "draftChangedMeanwhile") throw error;
    const sentence = args.context.words.t("problems.draftChangedMeanwhile");
    const meanwhile = await findMeanwhile(db, { viewer, number, language, draft });
    const answer = args.context.outgoing.submission?.reply({ formErrors: [sentence] });
    return json({ meanwhile, answer }, { status: error.status });
  }
  return doneAt(`/staff/help/${number}?language=${language}`, args.context, "done.draftSaved");
}

export default function EditArticle() {
  const { settings, viewer, words } = useFrame();
  const { t } = words;
  const data = useLoaderData<typeof loader>();
  const { article, language, written, original, changes } = data;
  const result = useActionData<typeof action>();
  const meanwhile = result && "meanwhile" in result ? result.meanwhile : undefined;
  const from = meanwhile?.from ?? data.from;
  const [form, fields] = useForm<Record<"title" | "slug" | "body" | "wordings", string>>({
    id: "text",
    lastResult: (meanwhile ? result.answer : result) as SubmissionResult<string[]> | undefined,
    defaultValue: {
      title: written.title,
      slug: written.slug,
      body: written.bodyMarkdown,
      wordings: written.wordings.join("\n"),
    },
  });
  return (
    <saving-draft data-done={t("helpWriting.saving.done")} data-failed={t("helpWriting.saving.failed")}>
      <div
        className={`grid grid-cols-1 gap-x-10 gap-y-8 ${original ? "lg:grid-cols-2" : "lg:grid-cols-[minmax(0,1fr)_20rem]"}`}
      >
        <div className="min-w-0 lg:col-span-full">
          <kept-draft data-name="article" data-owner={viewer?.id ?? ""} data-sent="" />
          <p className="mb-2 text-sm">
            <a href="/staff/help" className="text-accent underline">
              {t("staff.help.title")}
            </a>
          </p>
          <h1 lang={language} dir="auto" className="text-2xl tracking-tight">
            {written.title || t("helpStaff.article", { number: article.number })}
          </h1>
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
          {meanwhile && <Meanwhile {...meanwhile} language={language} />}
        </div>
        {original && <Original {...original} language={article.language} changes={changes} />}
        <form
          method="post"
          noValidate
          lang={language}
          data-saved-draft={`/staff/help/${article.number}/draft`}
          className="min-w-0 space-y-6"
        >
          <FormProblem errors={form.errors} />
          <input type="hidden" name="language" value={language} />
          <input type="hidden" name="revision" value={from.revision} />
          <input type="hidden" name="version" value={from.version} />
          <TextFields fields={fields} />
          {original && changes && (
            <Tick
              name="translates"
              value={String(original.version)}
              isChosen={false}
              label={t("helpWriting.original.isCurrent")}
            />
          )}
          <div className="flex flex-wrap items-center gap-3">
            <button type="submit" className={button()}>
              {t(meanwhile ? "helpWriting.meanwhile.saveOver" : "helpStaff.form.save")}
            </button>
            <span data-said="" role="status" className="text-sm text-muted" />
          </div>
        </form>
        <ArticlePanel {...data} from={from} />
      </div>
    </saving-draft>
  );
}
