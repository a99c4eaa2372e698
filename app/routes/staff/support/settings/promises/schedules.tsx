import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { v7 as uuid } from "uuid";
import { readForm } from "~/http/forms.server";
import { requireAdmin } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { DomainError } from "~/models/core/domain-error";
import { policyName, scheduleName } from "~/models/core/promise-names";
import { readSettings } from "~/models/core/settings/settings.server";
import * as field from "~/models/core/text/fields";
import { createSchedule, editSchedule, trySchedule } from "~/models/support/promises/edit-schedules.server";
import { writeHolidays } from "~/models/support/promises/holidays";
import { readCalendarFile } from "~/models/support/promises/read-calendar-file.server";
import { findRenewal } from "~/models/support/promises/renew-promises.server";
import { listPolicies, listSchedules, scheduleOfRow } from "~/models/support/promises/rules.server";
import { scheduleDraft } from "~/models/support/promises/schedule-draft";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { Confirmed } from "~/ui/confirmed";
import { useWords } from "~/ui/frame";
import { StaffPage } from "../../../staff-page";
import { DeskPages } from "../desk-pages";
import { RenewalProgress } from "./renewal-progress";
import { ScheduleForm } from "./schedule-form";
import { ScheduleRow } from "./schedule-row";
import { TriedRules } from "./tried-rules";

const page = "/staff/support/settings/schedules";

export async function loader(args: LoaderFunctionArgs) {
  requireAdmin(args);
  const { db, words } = args.context;
  const [schedules, policies, settings, renewal] = await Promise.all([
    listSchedules(db),
    listPolicies(db),
    readSettings(db),
    findRenewal(db),
  ]);
  const shown = schedules.map((schedule) => {
    const { timeZone: zone, week: spans } = scheduleOfRow(schedule, settings.timeZone);
    return { ...schedule, name: scheduleName(words, schedule), ownName: schedule.name, zone, spans };
  });
  const chosen = shown.find(({ id }) => String(id) === args.params.id);
  if (args.params.id && !chosen) throw new DomainError("notFound");
  return {
    head: { title: words.t("deskSettings.pages.schedules"), isPrivate: true },
    schedules: shown,
    chosen,
    newId: uuid(),
    policies: policies.map((policy) => ({ id: policy.id, name: policyName(words, policy) })),
    renewal,
  };
}

/** With `?try` and `?read` nothing is saved: what would change is shown, or the form with the days that a file names. */
export async function action(args: ActionFunctionArgs) {
  const viewer = requireAdmin(args);
  const { id: newId, ...draft } = await readForm(args, scheduleDraft.extend({ id: field.newId() }));
  const { db, query, outgoing } = args.context;
  const id = Number(args.params.id);
  const reply = () => outgoing.submission?.reply({ formErrors: [] });
  if (query.has("read")) {
    const form = reply();
    const holidays = writeHolidays(await readCalendarFile(draft));
    return { form: { ...form, initialValue: { ...form?.initialValue, holidays } } };
  }
  if (query.has("try") && id) return { tried: await trySchedule(db, viewer, draft, id), form: reply() };
  const all = { ...draft, holidays: draft.file?.size ? await readCalendarFile(draft) : draft.holidays };
  if (id) await editSchedule(db, { viewer, id, draft: all });
  else await createSchedule(db, { viewer, id: newId, draft: all });
  return doneAt(page, args.context, "done.saved");
}

export default function Schedules() {
  const { t } = useWords();
  const { schedules, chosen, newId, policies, renewal } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const shown = result && "form" in result ? result : undefined;
  const target = chosen ? `${page}/${chosen.id}` : page;
  return (
    <StaffPage current="settings">
      <DeskPages current="schedules" />
      <p className="mt-4 max-w-2xl text-muted">{t("deskSettings.schedule.intro")}</p>
      <RenewalProgress renewal={renewal} />
      {schedules.length > 0 && (
        <ul className={`${card} mt-4 max-w-2xl divide-y divide-line`}>
          {schedules.map((schedule) => (
            <ScheduleRow key={schedule.id} page={page} schedule={schedule} />
          ))}
        </ul>
      )}
      {shown && "tried" in shown && (
        <TriedRules tried={shown.tried} nameOf={(id) => policies.find((one) => one.id === id)?.name ?? ""} />
      )}
      <ScheduleForm action={target} chosen={chosen} newId={newId} lastResult={shown ? shown.form : result} />
      {chosen && (
        <div className="mt-4 max-w-2xl">
          <Confirmed
            label={t("deskSettings.schedule.delete")}
            question={t("deskSettings.schedule.deleteQuestion")}
            action={`${page}/${chosen.id}/delete`}
            className={button("plain", "small")}
          />
        </div>
      )}
    </StaffPage>
  );
}
