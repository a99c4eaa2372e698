import { type SubmissionResult, useForm } from "@conform-to/react";
import { useActionData } from "@remix-run/react";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { TextField } from "~/ui/form";
import { FormProblem } from "~/ui/form-problem";
import { useWords } from "~/ui/frame";

interface Company {
  domain: string;
  name: string;
  value: number;
}

/** Adds a company or changes the chosen one. */
export function CompanyForm({ chosen }: { chosen: Company | undefined }) {
  const { t } = useWords();
  const [form, fields] = useForm<Record<"domain" | "name" | "value", string>>({
    id: "company",
    lastResult: useActionData() as SubmissionResult<string[]> | undefined,
    defaultValue: chosen && { ...chosen, value: String(chosen.value) },
  });
  return (
    <div className={`${card} mt-6 max-w-lg p-5`}>
      <form method="post" noValidate className="space-y-5">
        <h2 className="text-lg">{t(chosen ? "companies.edit" : "companies.add")}</h2>
        <FormProblem errors={form.errors} />
        <TextField field={fields.domain} label={t("companies.domain")} hint={t("companies.domainHint")} dir="ltr" />
        <TextField field={fields.name} label={t("staff.name")} />
        <TextField field={fields.value} label={t("companies.value")} hint={t("companies.valueHint")} dir="ltr" />
        <button type="submit" className={button()}>
          {t("form.save")}
        </button>
      </form>
      {chosen && (
        <form method="post" action={`/staff/companies/${chosen.domain}/remove`} className="mt-4">
          <button type="submit" className={button("danger", "small")}>
            {t("companies.remove")}
          </button>
        </form>
      )}
    </div>
  );
}
