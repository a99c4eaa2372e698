import type { SubmissionResult } from "@conform-to/react";
import { useForm } from "@conform-to/react";
import type { SerializeFrom } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { dateChoices } from "~/models/admin/imports/date-column";
import { formats } from "~/models/admin/imports/import-file";
import type { FoundImport } from "~/models/admin/imports/list-imports.server";
import { headerOf } from "~/models/admin/imports/uploads/chosen";
import { encodings } from "~/models/core/text/encodings";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { Confirmed } from "~/ui/confirmed";
import { SelectField, TextField } from "~/ui/form";
import { FormProblem } from "~/ui/form-problem";
import { useWords } from "~/ui/frame";
import { none } from "./choices-shape";
import { ColumnChoices } from "./column-choices";
import { useFormatName } from "./labels";
import { StatusChoices } from "./status-choices";

interface Props {
  found: SerializeFrom<FoundImport>;
  boards: { id: number; name: string }[];
}

/** How the file is to be read, and the buttons that read it anew, import it or forget it. */
export function ChoicesForm({ found, boards }: Props) {
  const { t } = useWords();
  const formatName = useFormatName();
  const { id, report, choices, fault, state } = found;
  const lastResult = useActionData() as SubmissionResult<string[]> | undefined;
  const [form, fields] = useForm<Record<"format" | "source" | "board" | "encoding" | "dates", string>>({
    id: "choices",
    lastResult,
    defaultValue: {
      format: choices?.format ?? none,
      encoding: choices?.encoding ?? none,
      dates: choices?.dates ?? none,
      source: choices?.source ?? report?.source ?? "",
      board: String(choices?.boardId ?? none),
    },
  });
  const header = headerOf({ report, fault });
  const isOpen = Boolean(report?.csv?.dates?.question);
  const isGood = state === "checked" && (report?.good ?? 0) > 0 && !isOpen;
  return (
    <section aria-labelledby="choices" className={`${card} mt-6 max-w-3xl space-y-4 p-5`}>
      <h2 id="choices" className="text-lg">
        {t("importStaff.choices.title")}
      </h2>
      <form method="post" action={`/staff/import/${id}`} noValidate className="space-y-6">
        <FormProblem errors={form.errors} />
        <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
          <SelectField
            field={fields.format}
            label={t("importStaff.choices.format")}
            options={[
              { value: none, label: t("importStaff.choices.auto") },
              ...formats.map((format) => ({ value: format, label: formatName(format) })),
            ]}
          />
          <SelectField
            field={fields.encoding}
            label={t("importStaff.choices.encoding")}
            options={[
              { value: none, label: t("importStaff.choices.auto") },
              ...encodings.map((encoding) => ({ value: encoding, label: encoding.toUpperCase() })),
            ]}
          />
          <SelectField
            field={fields.dates}
            label={t("importStaff.choices.dates")}
            options={[
              { value: none, label: t("importStaff.choices.auto") },
              ...dateChoices.map((choice) => ({ value: choice, label: t(`importStaff.dates.${choice}`) })),
            ]}
          />
          <TextField
            field={fields.source}
            label={t("importStaff.choices.source")}
            hint={t("importStaff.choices.sourceHint")}
          />
          <SelectField
            field={fields.board}
            label={t("importStaff.choices.board")}
            options={[
              { value: none, label: t("importStaff.choices.ownBoard") },
              ...boards.map(({ id, name }) => ({ value: String(id), label: name })),
            ]}
          />
        </div>
        {header.length > 0 && <ColumnChoices header={header} places={(!fault && report?.csv?.places) || {}} />}
        {report && report.statuses.length > 0 && (
          <StatusChoices found={report.statuses} map={choices?.statuses ?? {}} />
        )}
        <div className="flex flex-wrap gap-3">
          {isGood && (
            <button type="submit" name="step" value="import" className={button()}>
              {t("importStaff.choices.import")}
            </button>
          )}
          <button type="submit" name="step" value="check" className={button("quiet")}>
            {t("importStaff.choices.check")}
          </button>
        </div>
      </form>
      <Confirmed
        action={`/staff/import/${id}/discard`}
        label={t("importStaff.choices.discard")}
        question={t("importStaff.choices.discardQuestion")}
        className={button("danger")}
      />
    </section>
  );
}
