import { type SubmissionResult, useForm } from "@conform-to/react";
import { useActionData } from "@remix-run/react";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { SelectField, TextAreaField } from "~/ui/form";
import { FormProblem } from "~/ui/form-problem";
import { useWords } from "~/ui/frame";

/** A file, or its text, that is checked first. */
export function UploadForm() {
  const { t } = useWords();
  const result = useActionData() as object | undefined;
  const lastResult = result && !("plan" in result) ? (result as SubmissionResult<string[]>) : undefined;
  const [form, fields] = useForm<Record<"csv" | "mode", string>>({ id: "upload", lastResult });
  return (
    <form
      method="post"
      action="/staff/companies/upload"
      encType="multipart/form-data"
      noValidate
      className={`${card} mt-5 max-w-lg space-y-5 p-5`}
    >
      <FormProblem errors={form.errors} />
      <label className="block space-y-1.5 text-sm font-medium">
        <span className="block">{t("companies.upload.file")}</span>
        <input type="file" name="file" accept=".csv,text/csv" className="block w-full text-sm font-normal" />
      </label>
      <TextAreaField field={fields.csv} label={t("companies.upload.paste")} dir="ltr" optional />
      <SelectField
        field={fields.mode}
        label={t("companies.upload.mode")}
        options={[
          { value: "merge", label: t("companies.upload.merge") },
          { value: "replace", label: t("companies.upload.replace") },
        ]}
      />
      <button type="submit" name="step" value="check" className={button()}>
        {t("companies.upload.check")}
      </button>
    </form>
  );
}
