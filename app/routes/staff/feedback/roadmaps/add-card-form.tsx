import { type SubmissionResult, useForm } from "@conform-to/react";
import { useActionData } from "@remix-run/react";
import type { Column } from "~/models/feedback/roadmaps/column";
import { columnName } from "~/models/feedback/roadmaps/names";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { SelectField, TextField } from "~/ui/form";
import { FormProblem } from "~/ui/form-problem";
import { useWords } from "~/ui/frame";

export function AddCardForm({ columns }: { columns: Column[] }) {
  const words = useWords();
  const { t } = words;
  const [form, fields] = useForm<{ post: string; columnId: string }>({
    id: "card",
    lastResult: useActionData() as SubmissionResult<string[]> | undefined,
  });
  return (
    <form method="post" noValidate className={`${card} mt-6 max-w-lg space-y-4 p-5`}>
      <h2 className="text-lg">{t("curation.addCard")}</h2>
      <FormProblem errors={form.errors} />
      <TextField field={fields.post} label={t("curation.post")} hint={t("curation.postHint")} dir="ltr" />
      <SelectField
        field={fields.columnId}
        label={t("curation.column")}
        options={columns.map((column) => ({ value: String(column.id), label: columnName(words, column) }))}
      />
      <button type="submit" className={button()}>
        {t("curation.addCard")}
      </button>
    </form>
  );
}
