import { type SubmissionResult, useForm } from "@conform-to/react";
import { useActionData } from "@remix-run/react";
import { visibilities } from "~/models/feedback/boards/draft";
import type { Roadmap } from "~/models/feedback/roadmaps/queries.server";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { SelectField, TextAreaField, TextField, TickField } from "~/ui/form";
import { FormProblem } from "~/ui/form-problem";
import { useWords } from "~/ui/frame";

type Name = "name" | "slug" | "visibility" | "isOff" | "position" | "embedOrigins";

export function RoadmapForm({ chosen }: { chosen: Roadmap | undefined }) {
  const { t } = useWords();
  const [form, fields] = useForm<Record<Name, string>>({
    id: "roadmap",
    lastResult: useActionData() as SubmissionResult<string[]> | undefined,
    defaultValue: chosen && {
      ...chosen,
      position: String(chosen.position),
      isOff: chosen.isOff ? "on" : undefined,
      embedOrigins: chosen.embedOrigins.join("\n"),
    },
  });
  return (
    <form method="post" noValidate className={`${card} mt-6 max-w-lg space-y-5 p-5`}>
      <h2 className="text-lg">{t(chosen ? "curation.edit" : "curation.create")}</h2>
      <FormProblem errors={form.errors} />
      <TextField field={fields.name} label={t("staff.name")} hint={t("curation.nameHint")} optional />
      <TextField field={fields.slug} label={t("staff.slug")} hint={t("staff.slugHint")} dir="ltr" />
      <SelectField
        field={fields.visibility}
        label={t("staff.boards.visibility")}
        options={visibilities.map((value) => ({ value, label: t(`visibility.${value}`) }))}
      />
      <TextField field={fields.position} label={t("staff.boards.position")} inputMode="numeric" optional />
      <TextAreaField
        field={fields.embedOrigins}
        label={t("curation.origins")}
        hint={t("curation.originsHint")}
        dir="ltr"
        optional
      />
      <TickField field={fields.isOff} label={t("curation.isOff")} hint={t("curation.isOffHint")} />
      <button type="submit" className={button()}>
        {t("form.save")}
      </button>
    </form>
  );
}
