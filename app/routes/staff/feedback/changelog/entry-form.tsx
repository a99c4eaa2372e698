import { getCollectionProps, type SubmissionResult, useForm } from "@conform-to/react";
import { entryLimits } from "~/models/feedback/changelog/draft";
import { labelName } from "~/models/feedback/changelog/label-name";
import type { Label } from "~/models/feedback/changelog/labels.server";
import { button } from "~/ui/button";
import { FieldError, MarkdownField, TextField } from "~/ui/form";
import { FormProblem } from "~/ui/form-problem";
import { useWords } from "~/ui/frame";

interface Props {
  labels: Label[];
  start: { id?: string; title: string; body: string; labelIds: string[]; postNumbers: string };
  lastResult: unknown;
}

/** The words of an entry, and what belongs to it. */
export function EntryForm({ labels, start, lastResult }: Props) {
  const { t } = useWords();
  const [form, fields] = useForm<{ title: string; body: string; labelIds: string[]; postNumbers: string }>({
    id: "entry",
    lastResult: lastResult as SubmissionResult<string[]> | undefined,
    defaultValue: start,
  });
  return (
    <form method="post" noValidate className="space-y-6">
      <FormProblem errors={form.errors} />
      {start.id && <input type="hidden" name="id" value={start.id} />}
      <TextField field={fields.title} label={t("changelogStaff.form.title")} />
      <MarkdownField field={fields.body} label={t("changelogStaff.form.body")} tall />
      {labels.length > 0 && <LabelChoices field={fields.labelIds} labels={labels} />}
      <TextField
        field={fields.postNumbers}
        label={t("changelogStaff.form.posts")}
        hint={t("changelogStaff.form.postsHint")}
        dir="ltr"
        optional
      />
      <button type="submit" className={button()}>
        {t("changelogStaff.form.save")}
      </button>
    </form>
  );
}

function LabelChoices({ field, labels }: { field: Parameters<typeof getCollectionProps>[0]; labels: Label[] }) {
  const words = useWords();
  const { t } = words;
  const boxes = getCollectionProps(field, { type: "checkbox", options: labels.map(({ id }) => String(id)) });
  return (
    <fieldset>
      <legend className="text-sm font-medium">
        {t("changelogStaff.form.labels")}
        <span className="ms-1 font-normal text-muted">{t("form.upTo", { count: entryLimits.labels.max })}</span>
      </legend>
      <div className="mt-2 flex flex-wrap gap-x-4 gap-y-2">
        {boxes.map(({ key, form: _, ...box }, i) => (
          <label key={key} htmlFor={box.id} className="inline-flex items-center gap-1.5 text-sm">
            <input {...box} className="size-4 accent-accent" />
            <bdi>{labels[i] && labelName(words, labels[i])}</bdi>
          </label>
        ))}
      </div>
      <FieldError field={field as { errorId: string; errors?: string[] }} />
    </fieldset>
  );
}
