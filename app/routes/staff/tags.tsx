import { type SubmissionResult, useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm } from "~/http/forms.server";
import { requireModerator } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { DomainError } from "~/models/domain-error";
import { tagColors, tagDraft } from "~/models/tags/draft";
import { createTag, editTag } from "~/models/tags/edit-tags.server";
import { listTags } from "~/models/tags/queries.server";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { Confirmed } from "~/ui/confirmed";
import { SelectField, TextField } from "~/ui/form";
import { FormProblem } from "~/ui/form-problem";
import { useWords } from "~/ui/frame";
import { tagLooks } from "~/ui/tag-badge";
import { StaffPage } from "./staff-page";

export async function loader(args: LoaderFunctionArgs) {
  requireModerator(args);
  const { db, words } = args.context;
  const tags = await listTags(db);
  const chosen = args.params.id ? tags.find(({ id }) => String(id) === args.params.id) : undefined;
  if (args.params.id && !chosen) throw new DomainError("notFound");
  return { head: { title: words.t("staff.tags.title"), isPrivate: true }, tags, chosen };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = requireModerator(args);
  const draft = await readForm(args, tagDraft);
  const { db } = args.context;
  const id = Number(args.params.id);
  if (id) await editTag(db, { viewer, id, draft });
  else await createTag(db, { viewer, draft });
  return doneAt("/staff/tags", args.context, "done.saved");
}

export default function Tags() {
  const { tags } = useLoaderData<typeof loader>();
  return (
    <StaffPage current="tags">
      <ul className="mt-6 flex flex-wrap gap-2">
        {tags.map(({ id, name, color }) => (
          <li key={id}>
            <a href={`/staff/tags/${id}`} className={`${tagLooks(color)} inline-block`}>
              <bdi>{name}</bdi>
            </a>
          </li>
        ))}
      </ul>
      <TagForm />
    </StaffPage>
  );
}

function TagForm() {
  const { t } = useWords();
  const { chosen } = useLoaderData<typeof loader>();
  const [form, fields] = useForm<Record<"name" | "slug" | "color", string>>({
    id: "tag",
    lastResult: useActionData<typeof action>() as unknown as SubmissionResult<string[]> | undefined,
    defaultValue: chosen,
  });
  return (
    <div className={`${card} mt-6 max-w-lg p-5`}>
      <form method="post" noValidate className="space-y-5">
        <h2 className="text-lg">{t(chosen ? "staff.tags.edit" : "staff.tags.create")}</h2>
        <FormProblem errors={form.errors} />
        <TextField field={fields.name} label={t("staff.name")} />
        <TextField field={fields.slug} label={t("staff.slug")} hint={t("staff.slugHint")} dir="ltr" />
        <SelectField
          field={fields.color}
          label={t("staff.tags.color")}
          options={tagColors.map((value) => ({ value, label: t(`color.${value}`) }))}
        />
        <button type="submit" className={button()}>
          {t("form.save")}
        </button>
      </form>
      {chosen && (
        <div className="mt-5 border-t border-line pt-5">
          <Confirmed
            action={`/staff/tags/${chosen.id}/delete`}
            label={t("staff.tags.delete")}
            question={t("staff.tags.deleteQuestion")}
            className={button("danger", "small")}
          />
        </div>
      )}
    </div>
  );
}
