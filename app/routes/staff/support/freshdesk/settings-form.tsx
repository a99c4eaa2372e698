import { type SubmissionResult, useForm } from "@conform-to/react";
import type { SerializeFrom } from "@remix-run/node";
import { mayAdminister } from "~/models/core/users/policy";
import type { FreshdeskSettingsRow } from "~/models/support/freshdesk/settings.server";
import { listFreshdeskStatuses } from "~/models/support/freshdesk/ticket-statuses";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { Choice } from "~/ui/choice";
import { FieldError } from "~/ui/form";
import { FormProblem } from "~/ui/form-problem";
import { useFrame } from "~/ui/frame";
import { Tick } from "~/ui/tick";
import { DeskChoices } from "./desk-choices";
import { RuleChoices } from "./rule-choices";
import { settingsSent } from "./settings-shape";
import { StatusMap } from "./status-map";

interface Props {
  settings: SerializeFrom<FreshdeskSettingsRow>;
  /** What tickets of ours may be about. */
  categories: { id: number; name: string }[];
  lastResult: unknown;
}

/** What Freshdesk hears of a move, and what becomes of a post when tickets change; administrators change it. */
export function SettingsForm({ settings, categories, lastResult }: Props) {
  const { viewer, words } = useFrame();
  const { t } = words;
  const result = lastResult as SubmissionResult<string[]> | undefined;
  const [form, fields] = useForm<Record<"addressField" | "numberField" | "rules", string>>({
    id: "freshdesk",
    lastResult: result,
  });
  // What was refused stands there as it was sent.
  const shown = result?.initialValue ? { ...settings, ...settingsSent(result.initialValue) } : settings;
  const own = (settings.fields ?? []).filter(({ isCustom, type }) => isCustom && /text|paragraph|url/.test(type));
  return (
    <section aria-labelledby="settings" className={`${card} p-5`}>
      <h2 id="settings" className="text-lg">
        {t("freshdeskPages.settings.heading")}
      </h2>
      <form method="post" action="/staff/freshdesk" className="mt-4">
        <fieldset disabled={!mayAdminister(viewer)} className="space-y-6">
          <FormProblem errors={form.errors} />
          <div>
            <DeskChoices settings={shown as FreshdeskSettingsRow} categories={categories} />
            <FieldError field={fields.numberField} />
          </div>
          <StatusMap
            map={shown.statusMap as typeof settings.statusMap}
            statuses={listFreshdeskStatuses(settings.fields)}
          />
          <div>
            <Choice
              name="addressField"
              label={t("freshdeskPages.settings.addressField")}
              hint={t("freshdeskPages.settings.addressFieldHint")}
              value={shown.addressField ?? ""}
              none={t("freshdeskPages.settings.noField")}
              options={own.map(({ name, label }) => ({ value: name, label: `${label} (${name})` }))}
            />
            <FieldError field={fields.addressField} />
          </div>
          <Tick name="setsTags" isChosen={shown.setsTags} label={t("freshdeskPages.settings.setsTags")} />
          <Tick name="looksInNotes" isChosen={shown.looksInNotes} label={t("freshdeskPages.settings.looksInNotes")} />
          <div>
            <RuleChoices rules={shown.rules as typeof settings.rules} />
            <FieldError field={fields.rules} />
          </div>
          {mayAdminister(viewer) ? (
            <button type="submit" className={button()}>
              {t("form.save")}
            </button>
          ) : (
            <p className="text-sm text-muted">{t("freshdeskPages.settings.administratorsOnly")}</p>
          )}
        </fieldset>
      </form>
    </section>
  );
}
