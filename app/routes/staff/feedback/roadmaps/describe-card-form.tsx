import { type SubmissionResult, useForm } from "@conform-to/react";
import { useActionData } from "@remix-run/react";
import { targetName } from "~/models/feedback/roadmaps/names";
import type { Target } from "~/models/feedback/roadmaps/target";
import { button } from "~/ui/button";
import { card as box } from "~/ui/card";
import { SelectField, TextField } from "~/ui/form";
import { FormProblem } from "~/ui/form-problem";
import { useWords } from "~/ui/frame";

export function DescribeCardForm({ card, targets }: { card: { target: Target; note: string }; targets: Target[] }) {
  const words = useWords();
  const { t } = words;
  const [form, fields] = useForm<{ target: string; note: string }>({
    id: "describe",
    lastResult: useActionData() as SubmissionResult<string[]> | undefined,
    defaultValue: card,
  });
  return (
    <form method="post" noValidate className={`${box} mt-6 max-w-lg space-y-4 p-5`}>
      <h2 className="text-lg">{t("curation.describeHeading")}</h2>
      <FormProblem errors={form.errors} />
      <SelectField
        field={fields.target}
        label={t("curation.target")}
        options={targets.map((value) => ({ value, label: targetName(words, value) }))}
      />
      <TextField field={fields.note} label={t("curation.note")} hint={t("curation.noteHint")} optional />
      <button type="submit" className={button()}>
        {t("form.save")}
      </button>
    </form>
  );
}
