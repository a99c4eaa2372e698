import { type SubmissionResult, useForm } from "@conform-to/react";
import type { SerializeFrom } from "@remix-run/node";
import { languageName, languages } from "~/i18n";
import type { RuleDraft } from "~/models/support/routing/draft";
import type { listRules } from "~/models/support/routing/list-rules.server";
import { ruleAssignments, ruleOccasions } from "~/models/support/routing/rule";
import { ticketPriorities } from "~/models/support/tickets/lifecycle";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { ChoicesField } from "~/ui/choices-field";
import { SelectField, TextAreaField, TextField, TickField } from "~/ui/form";
import { FormProblem } from "~/ui/form-problem";
import { useWords } from "~/ui/frame";

type Rule = SerializeFrom<Awaited<ReturnType<typeof listRules>>[number]>;

interface Props {
  action: string;
  chosen: Rule | undefined;
  /** Of this form, where it makes one. */
  newId: string;
  /** From 1 on. */
  place: number;
  choices: {
    categories: { id: number; name: string }[];
    team: { id: string; name: string | null }[];
    replies: { id: number; title: string }[];
  };
  lastResult: unknown;
}

/** A rule: what it waits for, for which tickets it is, and what it does. */
export function RuleForm({ action, chosen, newId, place, choices, lastResult }: Props) {
  const { t } = useWords();
  const [form, fields] = useForm<Record<keyof RuleDraft, string>>({
    id: "rule",
    lastResult: lastResult as SubmissionResult<string[]> | undefined,
    defaultValue: { ...(chosen ? valuesOf(chosen) : { occasion: "opened" }), position: String(place) } as never,
  });
  const none = { value: "", label: t("deskSettings.rule.unchanged") };
  const { categories, team, replies } = choices;
  const label = (name: Labelled) => ({
    label: t(`deskSettings.rule.${name}`),
    hint: t(`deskSettings.rule.hints.${name}`),
  });
  return (
    <form method="post" action={action} noValidate className={`${card} mt-6 max-w-2xl space-y-6 p-5`}>
      <h2 className="text-lg">{t(chosen ? "deskSettings.rule.edit" : "deskSettings.rule.create")}</h2>
      <FormProblem errors={form.errors} />
      {!chosen && <input type="hidden" name="id" value={newId} />}
      <TextField field={fields.name} label={t("staff.name")} />
      <TextField field={fields.position} label={t("staff.boards.position")} inputMode="numeric" optional />
      <SelectField
        field={fields.occasion}
        label={t("deskSettings.rule.occasion")}
        options={ruleOccasions.map((value) => ({ value, label: t(`deskSettings.rule.occasions.${value}`) }))}
      />
      <h3 className="border-t border-line pt-4 font-medium">{t("deskSettings.rule.conditions")}</h3>
      <TextAreaField field={fields.words} {...label("words")} optional />
      <ChoicesField
        field={fields.categories}
        {...label("categories")}
        options={categories.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      <TextAreaField field={fields.companies} {...label("companies")} dir="ltr" optional />
      <TextAreaField field={fields.addresses} {...label("addresses")} dir="ltr" optional />
      <ChoicesField
        field={fields.languages}
        {...label("languages")}
        options={languages.map((value) => ({ value, label: languageName(value) }))}
      />
      <h3 className="border-t border-line pt-4 font-medium">{t("deskSettings.rule.actions")}</h3>
      <SelectField
        field={fields.assign}
        label={t("deskSettings.rule.assign")}
        options={[none, ...ruleAssignments.map((value) => ({ value, label: t(`deskSettings.rule.assigns.${value}`) }))]}
      />
      <ChoicesField
        field={fields.among}
        {...label("among")}
        options={team.map(({ id, name }) => ({ value: id, label: name ?? t("people.nameless") }))}
      />
      <SelectField
        field={fields.priority}
        label={t("tickets.priority")}
        options={[none, ...ticketPriorities.map((value) => ({ value, label: t(`ticketPriority.${value}`) }))]}
      />
      <TextField field={fields.tags} label={t("tickets.tags")} hint={t("tickets.tagsHint")} optional />
      <SelectField
        field={fields.tier}
        label={t("deskSettings.rule.tier")}
        options={[none, ...["2", "3", "4"].map((value) => ({ value, label: `L${value}` }))]}
      />
      <SelectField
        field={fields.replyId}
        label={t("deskSettings.rule.reply")}
        hint={t("deskSettings.rule.replyHint")}
        options={[none, ...replies.map(({ id, title }) => ({ value: String(id), label: title }))]}
      />
      <TickField field={fields.isOff} label={t("deskSettings.rule.switchOff")} />
      <div className="flex flex-wrap gap-3">
        <button type="submit" className={button()}>
          {t("form.save")}
        </button>
        <button type="submit" formAction={`${action}?try`} className={button("quiet")}>
          {t("deskSettings.rule.try")}
        </button>
      </div>
    </form>
  );
}

type Labelled = "words" | "categories" | "companies" | "addresses" | "languages" | "among";

/** A rule, as its form is filled with it. */
function valuesOf({ name, occasion, conditions, actions, isOff }: Rule) {
  const { words, categories, companies, languages, addresses } = conditions;
  return {
    ...{
      name,
      occasion,
      languages,
      priority: actions.priority,
      tier: actions.tier,
      replyId: actions.replyId,
    },
    words: words.join("\n"),
    categories: categories.map(String),
    companies: companies.join("\n"),
    addresses: addresses.join("\n"),
    assign: actions.assign?.how,
    among: actions.assign?.among,
    tags: actions.tags.join(", "),
    isOff: isOff ? "on" : undefined,
  };
}
