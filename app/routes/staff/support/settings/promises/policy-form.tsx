import { type SubmissionResult, useForm } from "@conform-to/react";
import type { PolicyDraft } from "~/models/support/promises/policy-draft";
import { saySpan } from "~/models/support/promises/span";
import { ticketPriorities } from "~/models/support/tickets/lifecycle";
import { card } from "~/ui/card";
import { ChoicesField } from "~/ui/choices-field";
import { SelectField, TextAreaField, TextField, TickField } from "~/ui/form";
import { FormProblem } from "~/ui/form-problem";
import { useWords } from "~/ui/frame";
import type { ShownPolicy } from "./policy-row";
import { SaveOrTry } from "./save-or-try";

interface Props {
  action: string;
  chosen: (ShownPolicy & { key: string | null }) | undefined;
  /** Of this form, where it makes one. */
  newId: string;
  /** Of the chosen one, from 1 on. */
  place: number;
  categories: { id: number; name: string }[];
  schedules: { id: number; name: string }[];
  lastResult: unknown;
}

/** A policy: for which tickets it is, and what it promises. */
export function PolicyForm({ action, chosen, newId, place, categories, schedules, lastResult }: Props) {
  const words = useWords();
  const { t } = words;
  const [form, fields] = useForm<Record<keyof PolicyDraft, string>>({
    id: "policy",
    lastResult: lastResult as SubmissionResult<string[]> | undefined,
    defaultValue: (chosen
      ? valuesOf(chosen, place, (seconds) => saySpan(words, seconds))
      : { position: "1", scheduleId: schedules[0]?.id }) as never,
  });
  const none = { value: "", label: t("deskSettings.policy.aroundTheClock") };
  const label = (name: "categories" | "priorities" | "companies") => ({
    label: t(`deskSettings.policy.${name}`),
    hint: t(`deskSettings.policy.hints.${name}`),
  });
  return (
    <form method="post" action={action} noValidate className={`${card} mt-6 max-w-2xl space-y-6 p-5`}>
      <h2 className="text-lg">{t(chosen ? "deskSettings.policy.edit" : "deskSettings.policy.create")}</h2>
      <FormProblem errors={form.errors} />
      {!chosen && <input type="hidden" name="id" value={newId} />}
      <TextField
        field={fields.name}
        label={t("staff.name")}
        hint={chosen?.key ? t("deskSettings.policy.ownNameHint") : undefined}
        optional={Boolean(chosen?.key)}
      />
      <TextField
        field={fields.position}
        label={t("staff.boards.position")}
        hint={t("deskSettings.policy.positionHint")}
        inputMode="numeric"
        optional
      />
      <h3 className="border-t border-line pt-4 font-medium">{t("deskSettings.policy.conditions")}</h3>
      <TickField field={fields.isVip} label={t("deskSettings.policy.isVip")} />
      <TickField
        field={fields.isUsual}
        label={t("deskSettings.policy.isUsual")}
        hint={t("deskSettings.policy.hints.isUsual")}
      />
      <ChoicesField
        field={fields.categories}
        {...label("categories")}
        options={categories.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      <ChoicesField
        field={fields.priorities}
        {...label("priorities")}
        options={ticketPriorities.map((value) => ({ value, label: t(`ticketPriority.${value}`) }))}
      />
      <TextField field={fields.tags} label={t("deskSettings.policy.tags")} hint={t("tickets.tagsHint")} optional />
      <TextAreaField field={fields.companies} {...label("companies")} dir="ltr" optional />
      <h3 className="border-t border-line pt-4 font-medium">{t("deskSettings.policy.promised")}</h3>
      <p className="text-sm text-muted">{t("deskSettings.policy.hints.spans")}</p>
      <TextField field={fields.first} label={t("deskSettings.policy.first")} optional />
      <TextField field={fields.next} label={t("deskSettings.policy.next")} optional />
      <TextField field={fields.resolution} label={t("deskSettings.policy.resolution")} optional />
      <SelectField
        field={fields.scheduleId}
        label={t("deskSettings.policy.schedule")}
        options={[none, ...schedules.map(({ id, name }) => ({ value: String(id), label: name }))]}
      />
      <TickField field={fields.isOff} label={t("deskSettings.rule.switchOff")} />
      <SaveOrTry action={action} />
    </form>
  );
}

/** A policy, as its form is filled with it. */
function valuesOf(policy: ShownPolicy, place: number, say: (seconds: number) => string) {
  const { ownName, conditions, firstSeconds, nextSeconds, resolutionSeconds, scheduleId, isOff } = policy;
  const { isVip, isUsual, categories, priorities, tags, companies } = conditions;
  const span = (seconds: number | null) => (seconds === null ? undefined : say(seconds));
  const tick = (isSo: boolean | undefined) => (isSo ? "on" : undefined);
  return {
    name: ownName,
    position: String(place),
    isVip: tick(isVip),
    isUsual: tick(isUsual),
    categories: categories.map(String),
    priorities,
    tags: tags.join(", "),
    companies: companies.join("\n"),
    first: span(firstSeconds),
    next: span(nextSeconds),
    resolution: span(resolutionSeconds),
    scheduleId: scheduleId ?? "",
    isOff: tick(isOff),
  };
}
