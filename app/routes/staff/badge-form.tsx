import { type SubmissionResult, useForm } from "@conform-to/react";
import { useActionData } from "@remix-run/react";
import { tagColors } from "~/models/feedback/tags/draft";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { Confirmed } from "~/ui/confirmed";
import { SelectField, TextField } from "~/ui/form";
import { FormProblem } from "~/ui/form-problem";
import { useWords } from "~/ui/frame";

interface Props {
  id: string;
  heading: string;
  /** What it is called now; absent for a new one. */
  start?: { name: string; slug: string; color: string };
  /** There for what can be deleted. */
  deletion?: { action: string; label: string; question: string };
}

/** Name, short name and colour of what posts or entries are marked with. */
export function BadgeForm({ id, heading, start, deletion }: Props) {
  const { t } = useWords();
  const [form, fields] = useForm<Record<"name" | "slug" | "color", string>>({
    id,
    lastResult: useActionData() as SubmissionResult<string[]> | undefined,
    defaultValue: start,
  });
  return (
    <div className={`${card} mt-6 max-w-lg p-5`}>
      <form method="post" noValidate className="space-y-5">
        <h2 className="text-lg">{heading}</h2>
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
      {deletion && (
        <div className="mt-5 border-t border-line pt-5">
          <Confirmed {...deletion} className={button("danger", "small")} />
        </div>
      )}
    </div>
  );
}
