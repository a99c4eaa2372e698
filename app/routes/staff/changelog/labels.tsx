import { type SubmissionResult, useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm } from "~/http/forms.server";
import { requirePublisher } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { labelDraft } from "~/models/changelog/draft";
import { createLabel, editLabel } from "~/models/changelog/edit-labels.server";
import { listLabels } from "~/models/changelog/labels.server";
import { DomainError } from "~/models/domain-error";
import { tagColors } from "~/models/tags/draft";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { Confirmed } from "~/ui/confirmed";
import { labelName } from "~/ui/entry-labels";
import { SelectField, TextField } from "~/ui/form";
import { FormProblem } from "~/ui/form-problem";
import { useWords } from "~/ui/frame";
import { tagLooks } from "~/ui/tag-badge";

export async function loader(args: LoaderFunctionArgs) {
  requirePublisher(args);
  const { db, words } = args.context;
  const labels = await listLabels(db);
  const chosen = args.params.id ? labels.find(({ id }) => String(id) === args.params.id) : undefined;
  if (args.params.id && !chosen) throw new DomainError("notFound");
  return { head: { title: words.t("changelogStaff.label.title"), isPrivate: true }, labels, chosen };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = requirePublisher(args);
  const draft = await readForm(args, labelDraft);
  const { db } = args.context;
  const id = Number(args.params.id);
  if (id) await editLabel(db, { viewer, id, draft });
  else await createLabel(db, { viewer, draft });
  return doneAt("/staff/changelog/labels", args.context, "done.saved");
}

export default function Labels() {
  const words = useWords();
  const { labels } = useLoaderData<typeof loader>();
  return (
    <div className="mx-auto max-w-lg">
      <h1 className="text-2xl tracking-tight">{words.t("changelogStaff.label.title")}</h1>
      <p className="mt-3">
        <a href="/staff/changelog" className={button("plain", "small")}>
          {words.t("changelog.all")}
        </a>
      </p>
      <ul className="mt-4 flex flex-wrap gap-2">
        {labels.map((label) => (
          <li key={label.id}>
            <a href={`/staff/changelog/labels/${label.id}`} className={`${tagLooks(label.color)} inline-block`}>
              <bdi>{labelName(words, label)}</bdi>
            </a>
          </li>
        ))}
      </ul>
      <LabelForm />
    </div>
  );
}

function LabelForm() {
  const words = useWords();
  const { t } = words;
  const { chosen } = useLoaderData<typeof loader>();
  const [form, fields] = useForm<Record<"name" | "slug" | "color", string>>({
    id: "label",
    lastResult: useActionData<typeof action>() as unknown as SubmissionResult<string[]> | undefined,
    defaultValue: chosen && { ...chosen, name: labelName(words, chosen) },
  });
  return (
    <div className={`${card} mt-6 p-5`}>
      <form method="post" noValidate className="space-y-5">
        <h2 className="text-lg">{t(chosen ? "changelogStaff.label.edit" : "changelogStaff.label.create")}</h2>
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
            action={`/staff/changelog/labels/${chosen.id}/delete`}
            label={t("changelogStaff.label.delete")}
            question={t("changelogStaff.label.deleteQuestion")}
            className={button("danger", "small")}
          />
        </div>
      )}
    </div>
  );
}
