import { type SubmissionResult, useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { v7 as uuid } from "uuid";
import { readForm } from "~/http/forms.server";
import { requireArticlePublisher } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { DomainError } from "~/models/core/domain-error";
import * as field from "~/models/core/text/fields";
import { listInOrder } from "~/models/help/articles/section-order.server";
import { sectionDraft } from "~/models/help/sections/draft";
import { createSection, editSection } from "~/models/help/sections/edit-sections.server";
import { sectionIcons } from "~/models/help/sections/icons";
import { listSections } from "~/models/help/sections/list-sections.server";
import { sectionName } from "~/models/help/sections/section-name";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { Confirmed } from "~/ui/confirmed";
import { FieldsByLanguage } from "~/ui/fields-by-language";
import { SelectField, TextField } from "~/ui/form";
import { FormProblem } from "~/ui/form-problem";
import { useWords } from "~/ui/frame";
import { OrderedList } from "~/ui/ordered-list";
import { StaffPage } from "../../staff-page";

const page = "/staff/help/sections";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireArticlePublisher(args);
  const { db, words } = args.context;
  const sections = await listSections(db, viewer);
  const chosen = args.params.id ? sections.find(({ id }) => String(id) === args.params.id) : undefined;
  if (args.params.id && !chosen) throw new DomainError("notFound");
  return {
    head: { title: words.t("helpWriting.sections.title"), isPrivate: true },
    sections: sections.map((section) => ({ ...section, name: sectionName(words, section) })),
    chosen,
    articles: chosen ? await listInOrder(db, viewer, chosen.id) : [],
    newId: uuid(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = requireArticlePublisher(args);
  const { id: newId, ...draft } = await readForm(args, sectionDraft.extend({ id: field.newId() }));
  const { db } = args.context;
  const id = Number(args.params.id);
  if (id) await editSection(db, { viewer, id, draft });
  else await createSection(db, { viewer, id: newId, draft });
  return doneAt(page, args.context, "done.saved");
}

export default function Sections() {
  const { t } = useWords();
  const { sections, chosen, articles } = useLoaderData<typeof loader>();
  return (
    <StaffPage current="help">
      <p className="mt-4 text-sm">
        <a href="/staff/help" className="text-accent underline">
          {t("staff.help.title")}
        </a>
        {chosen && (
          <>
            {" · "}
            <a href={page} className="text-accent underline">
              {t("helpWriting.sections.title")}
            </a>
          </>
        )}
      </p>
      {!chosen && (
        <>
          <h2 className="mt-4 text-xl">{t("helpWriting.sections.title")}</h2>
          <p className="mt-1 max-w-2xl text-muted">{t("helpWriting.sections.intro")}</p>
          {sections.length > 0 && (
            <OrderedList
              page={page}
              rows={sections.map(({ id, name, slug }) => ({
                id,
                name,
                shown: (
                  <>
                    <a href={`${page}/${id}`} className="font-medium wrap-anywhere no-underline hover:text-accent">
                      <bdi>{name}</bdi>
                    </a>
                    <p dir="ltr" className="text-sm text-muted rtl:text-end">
                      /help/{slug}
                    </p>
                  </>
                ),
              }))}
            />
          )}
        </>
      )}
      <SectionForm />
      {chosen && articles.length > 0 && (
        <section aria-labelledby="order">
          <h2 id="order" className="mt-8 text-lg">
            {t("helpWriting.sections.articles")}
          </h2>
          <OrderedList
            page={`${page}/${chosen.id}/articles`}
            rows={articles.map(({ number, title, language }) => ({
              id: number,
              name: title,
              shown: (
                <a
                  href={`/staff/help/${number}`}
                  lang={language}
                  dir="auto"
                  className="block wrap-anywhere no-underline hover:text-accent"
                >
                  {title}
                </a>
              ),
            }))}
          />
        </section>
      )}
      {chosen && (
        <div className="mt-4 max-w-2xl">
          <Confirmed
            label={t("helpWriting.sections.delete")}
            question={t("helpWriting.sections.deleteQuestion")}
            action={`${page}/${chosen.id}/delete`}
            className={button("plain", "small")}
          />
        </div>
      )}
    </StaffPage>
  );
}

function SectionForm() {
  const { t } = useWords();
  const { chosen, newId } = useLoaderData<typeof loader>();
  const [form, fields] = useForm<Record<"names" | "descriptions" | "slug" | "icon", string>>({
    id: "section",
    lastResult: useActionData<typeof action>() as unknown as SubmissionResult<string[]> | undefined,
    defaultValue: (chosen ?? { icon: sectionIcons[0] }) as never,
  });
  return (
    <form
      method="post"
      action={chosen ? `${page}/${chosen.id}` : page}
      noValidate
      className={`${card} mt-6 max-w-2xl space-y-6 p-5`}
    >
      <h2 className="text-lg">{t(chosen ? "helpWriting.sections.edit" : "helpWriting.sections.create")}</h2>
      <FormProblem errors={form.errors} />
      {!chosen && <input type="hidden" name="id" value={newId} />}
      <FieldsByLanguage
        field={fields.names}
        label={t("staff.name")}
        hint={t(chosen?.key ? "deskSettings.category.ownNameHint" : "deskSettings.category.nameHint")}
        Field={TextField}
      />
      <FieldsByLanguage
        field={fields.descriptions}
        label={t("helpWriting.sections.description")}
        hint={t("helpWriting.sections.descriptionHint")}
        Field={TextField}
      />
      <TextField
        field={fields.slug}
        label={t("helpStaff.form.slug")}
        hint={t("helpWriting.sections.slugHint")}
        dir="ltr"
      />
      <SelectField
        field={fields.icon}
        label={t("helpWriting.sections.icon")}
        options={sectionIcons.map((value) => ({ value, label: t(`helpWriting.sections.icons.${value}`) }))}
      />
      <button type="submit" className={button()}>
        {t("form.save")}
      </button>
    </form>
  );
}
