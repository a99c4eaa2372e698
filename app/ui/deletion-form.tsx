import { type SubmissionResult, useForm } from "@conform-to/react";
import { useActionData } from "@remix-run/react";
import { textChoices } from "~/models/admin/personal-data/draft";
import { button } from "./button";
import { FieldError } from "./form";
import { FormProblem } from "./form-problem";
import { useWords } from "./frame";

/** What happens to an account that is deleted, and the choices that have to be made; for its owner and for staff. */
export function DeletionForm({ action, cancel }: { action: string; cancel: string }) {
  const { t } = useWords();
  const [form, fields] = useForm<{ texts: string; understood: string }>({
    id: "deletion",
    lastResult: useActionData() as SubmissionResult<string[]> | undefined,
  });
  return (
    <form method="post" action={action} noValidate className="mt-6 space-y-6">
      <FormProblem errors={form.errors} />
      <ul className="list-disc space-y-2 ps-5">
        {(["gone", "votes", "others", "elsewhere", "address"] as const).map((name) => (
          <li key={name}>{t(`deletion.says.${name}`)}</li>
        ))}
      </ul>
      <fieldset className="space-y-3" aria-describedby={fields.texts.errors && fields.texts.errorId}>
        <legend className="mb-2 font-medium">{t("deletion.texts.question")}</legend>
        {textChoices.map((choice) => (
          <label key={choice} className="flex gap-3">
            <input
              type="radio"
              name={fields.texts.name}
              value={choice}
              defaultChecked={fields.texts.initialValue === choice}
              className="mt-1 size-4 shrink-0 accent-accent"
            />
            <span>
              <span className="block font-medium">{t(`deletion.texts.${choice}.label`)}</span>
              <span className="block text-sm text-muted">{t(`deletion.texts.${choice}.hint`)}</span>
            </span>
          </label>
        ))}
        <FieldError field={fields.texts} />
      </fieldset>
      <div className="space-y-1.5">
        <label className="flex gap-3">
          <input
            type="checkbox"
            name={fields.understood.name}
            value="yes"
            aria-describedby={fields.understood.errors && fields.understood.errorId}
            className="mt-1 size-4 shrink-0 accent-accent"
          />
          <span>{t("deletion.understood")}</span>
        </label>
        <FieldError field={fields.understood} />
      </div>
      <div className="flex flex-wrap gap-3">
        <button type="submit" className={button("danger")}>
          {t("deletion.button")}
        </button>
        <a href={cancel} className={button("plain")}>
          {t("form.cancel")}
        </a>
      </div>
    </form>
  );
}
