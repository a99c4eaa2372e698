import { type SubmissionResult, useForm } from "@conform-to/react";
import { useActionData } from "@remix-run/react";
import type { SynonymLanguage } from "#db/schema/feedback/synonyms";
import { languageName } from "~/i18n";
import { synonymLanguages, synonymLimits } from "~/models/feedback/synonyms/draft";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { Confirmed } from "~/ui/confirmed";
import { SelectField, TextAreaField } from "~/ui/form";
import { FormProblem } from "~/ui/form-problem";
import { useFrame } from "~/ui/frame";
import { SaveOrCancel } from "../../save-or-cancel";

interface Props {
  /** Absent for new ones. */
  chosen?: { id: number; words: string[]; language: SynonymLanguage };
}

export function SynonymsForm({ chosen }: Props) {
  const { words: spoken } = useFrame();
  const { t } = spoken;
  const language = synonymLanguages.find((one) => one === spoken.language) ?? "en";
  const [form, fields] = useForm<Record<"language" | "words", string>>({
    id: "synonyms",
    lastResult: useActionData() as SubmissionResult<string[]> | undefined,
    defaultValue: chosen ? { language: chosen.language, words: chosen.words.join("\n") } : { language },
  });
  return (
    <div className={`${card} mt-6 max-w-2xl p-5`}>
      <form method="post" noValidate className="space-y-5">
        <h2 className="text-lg">{t(chosen ? "synonyms.edit" : "synonyms.create")}</h2>
        <FormProblem errors={form.errors} />
        <TextAreaField
          field={fields.words}
          label={t("synonyms.words")}
          hint={t("synonyms.wordsHint", { most: synonymLimits.most })}
        />
        <SelectField
          field={fields.language}
          label={t("synonyms.language")}
          options={synonymLanguages.map((value) => ({ value, label: languageName(value) }))}
        />
        <SaveOrCancel cancel={chosen && "/staff/synonyms"} />
      </form>
      {chosen && (
        <div className="mt-5 border-t border-line pt-5">
          <Confirmed
            action={`/staff/synonyms/${chosen.id}/remove`}
            label={t("synonyms.remove")}
            question={t("synonyms.removeQuestion")}
            className={button("danger", "small")}
          />
        </div>
      )}
    </div>
  );
}
