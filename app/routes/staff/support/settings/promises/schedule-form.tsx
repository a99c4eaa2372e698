import { type SubmissionResult, useForm } from "@conform-to/react";
import { writeHolidays } from "~/models/support/promises/holidays";
import { writeHours } from "~/models/support/promises/hours";
import { type ScheduleDraft, weekdays } from "~/models/support/promises/schedule-draft";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { TextAreaField, TextField } from "~/ui/form";
import { FormProblem } from "~/ui/form-problem";
import { useWords } from "~/ui/frame";
import { TimeZoneField } from "~/ui/time-zone-field";
import { SaveOrTry } from "./save-or-try";
import type { ShownSchedule } from "./schedule-row";

interface Props {
  action: string;
  chosen: ShownSchedule | undefined;
  /** Of this form, where it makes one. */
  newId: string;
  lastResult: unknown;
}

/** A schedule: the hours of each day of the week, and days without any. */
export function ScheduleForm({ action, chosen, newId, lastResult }: Props) {
  const { t } = useWords();
  const [form, fields] = useForm<Record<keyof ScheduleDraft, string>>({
    id: "schedule",
    lastResult: lastResult as SubmissionResult<string[]> | undefined,
    defaultValue: chosen && (valuesOf(chosen) as never),
  });
  return (
    <form
      method="post"
      action={action}
      encType="multipart/form-data"
      noValidate
      className={`${card} mt-6 max-w-2xl space-y-6 p-5`}
    >
      <h2 className="text-lg">{t(chosen ? "deskSettings.schedule.edit" : "deskSettings.schedule.create")}</h2>
      <FormProblem errors={form.errors} />
      {!chosen && <input type="hidden" name="id" value={newId} />}
      <TextField
        field={fields.name}
        label={t("staff.name")}
        hint={chosen?.key ? t("deskSettings.policy.ownNameHint") : undefined}
        optional={Boolean(chosen?.key)}
      />
      <TimeZoneField
        field={fields.timeZone}
        label={t("deskSettings.schedule.timeZone")}
        hint={t("deskSettings.schedule.timeZoneHint")}
      />
      <h3 className="border-t border-line pt-4 font-medium">{t("deskSettings.schedule.hours")}</h3>
      <p className="text-sm text-muted">{t("deskSettings.schedule.hoursHint")}</p>
      {weekdays.map((day) => (
        <TextField key={day} field={fields[day]} label={t(`deskSettings.schedule.${day}`)} dir="ltr" optional />
      ))}
      <h3 className="border-t border-line pt-4 font-medium">{t("deskSettings.schedule.holidays")}</h3>
      <TextAreaField
        field={fields.holidays}
        label={t("deskSettings.schedule.days")}
        hint={t("deskSettings.schedule.daysHint")}
        optional
      />
      <label className="block space-y-1.5 text-sm font-medium">
        <span className="block">{t("deskSettings.schedule.file")}</span>
        <input type="file" name="file" accept=".ics,text/calendar" className="block w-full text-sm font-normal" />
      </label>
      <SaveOrTry action={action} canTry={chosen !== undefined}>
        <button type="submit" formAction={`${action}?read`} className={button("quiet")}>
          {t("deskSettings.schedule.read")}
        </button>
      </SaveOrTry>
    </form>
  );
}

/** A schedule, as its form is filled with it. */
const valuesOf = ({ ownName, timeZone, week, holidays }: ShownSchedule) => ({
  name: ownName,
  timeZone: timeZone ?? "",
  holidays: writeHolidays(holidays),
  ...Object.fromEntries(weekdays.map((day, i) => [day, writeHours(week[i] ?? [])])),
});
