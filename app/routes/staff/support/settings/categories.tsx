import { type SubmissionResult, useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { v7 as uuid } from "uuid";
import { readForm } from "~/http/forms.server";
import { requireAdmin } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { DomainError } from "~/models/core/domain-error";
import * as field from "~/models/core/text/fields";
import { categoryName } from "~/models/support/categories/category-name";
import { categoryDraft } from "~/models/support/categories/draft";
import { createCategory, editCategory } from "~/models/support/categories/edit-categories.server";
import { listTicketCategories } from "~/models/support/categories/list-categories.server";
import { ticketPriorities } from "~/models/support/tickets/lifecycle";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { FieldsByLanguage } from "~/ui/fields-by-language";
import { MarkdownField, SelectField, TextField, TickField } from "~/ui/form";
import { FormProblem } from "~/ui/form-problem";
import { useWords } from "~/ui/frame";
import { StaffPage } from "../../staff-page";
import { DeskPages } from "./desk-pages";

export async function loader(args: LoaderFunctionArgs) {
  requireAdmin(args);
  const { db, words } = args.context;
  const categories = await listTicketCategories(db, { archived: true });
  const chosen = args.params.id ? categories.find(({ id }) => String(id) === args.params.id) : undefined;
  if (args.params.id && !chosen) throw new DomainError("notFound");
  return {
    head: { title: words.t("deskSettings.pages.categories"), isPrivate: true },
    categories,
    chosen,
    newId: uuid(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = requireAdmin(args);
  const { id: newId, ...draft } = await readForm(args, categoryDraft.extend({ id: field.newId() }));
  const { db } = args.context;
  const id = Number(args.params.id);
  if (id) await editCategory(db, { viewer, id, draft });
  else await createCategory(db, { viewer, id: newId, draft });
  return doneAt("/staff/support/settings/categories", args.context, "done.saved");
}

export default function Categories() {
  const words = useWords();
  const { t } = words;
  const { categories } = useLoaderData<typeof loader>();
  return (
    <StaffPage current="settings">
      <DeskPages current="categories" />
      <p className="mt-4 max-w-2xl text-muted">{t("deskSettings.category.intro")}</p>
      <ul className={`${card} mt-4 max-w-2xl divide-y divide-line`}>
        {categories.map(({ id, archivedAt, usualPriority, ...category }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3">
            <a
              href={`/staff/support/settings/categories/${id}`}
              className="min-w-0 font-medium wrap-anywhere no-underline hover:text-accent"
            >
              <bdi>{categoryName(words, category)}</bdi>
            </a>
            <span className="ms-auto text-sm text-muted">
              {archivedAt ? t("deskSettings.category.archived") : t(`ticketPriority.${usualPriority}`)}
            </span>
          </li>
        ))}
      </ul>
      <CategoryForm />
    </StaffPage>
  );
}

type Name = "names" | "usualPriority" | "templates" | "position" | "isArchived";

function CategoryForm() {
  const { t } = useWords();
  const { chosen, newId } = useLoaderData<typeof loader>();
  const [form, fields] = useForm<Record<Name, string>>({
    id: "category",
    lastResult: useActionData<typeof action>() as unknown as SubmissionResult<string[]> | undefined,
    defaultValue: (chosen
      ? { ...chosen, isArchived: chosen.archivedAt ? "on" : undefined }
      : { usualPriority: "medium" }) as never,
  });
  return (
    <form method="post" noValidate className={`${card} mt-6 max-w-2xl space-y-6 p-5`}>
      <h2 className="text-lg">{t(chosen ? "deskSettings.category.edit" : "deskSettings.category.create")}</h2>
      <FormProblem errors={form.errors} />
      {!chosen && <input type="hidden" name="id" value={newId} />}
      <FieldsByLanguage
        field={fields.names}
        label={t("staff.name")}
        hint={t(chosen?.key ? "deskSettings.category.ownNameHint" : "deskSettings.category.nameHint")}
        Field={TextField}
      />
      <SelectField
        field={fields.usualPriority}
        label={t("deskSettings.category.usualPriority")}
        options={ticketPriorities.map((value) => ({ value, label: t(`ticketPriority.${value}`) }))}
      />
      <FieldsByLanguage
        field={fields.templates}
        label={t("deskSettings.category.template")}
        hint={t("deskSettings.category.templateHint")}
        Field={MarkdownField}
      />
      <TextField field={fields.position} label={t("staff.boards.position")} inputMode="numeric" optional />
      <TickField
        field={fields.isArchived}
        label={t("deskSettings.category.archive")}
        hint={t("deskSettings.category.archiveHint")}
      />
      <button type="submit" className={button()}>
        {t("form.save")}
      </button>
    </form>
  );
}
