import { type SubmissionResult, useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm } from "~/http/forms.server";
import { readNumber, requireAdmin } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { DomainError } from "~/models/core/domain-error";
import { policyName, scheduleName } from "~/models/core/promise-names";
import { listHandlers } from "~/models/core/users/queries.server";
import { listPolicies } from "~/models/support/promises/rules.server";
import { saySpan } from "~/models/support/promises/span";
import { tierDraft } from "~/models/support/tiers/draft";
import { editTier, tryTier } from "~/models/support/tiers/edit-tiers.server";
import { listScheduleNames, listTiers } from "~/models/support/tiers/list-tiers.server";
import { card } from "~/ui/card";
import { ChoicesField } from "~/ui/choices-field";
import { SelectField, TextField } from "~/ui/form";
import { FormProblem } from "~/ui/form-problem";
import { useWords } from "~/ui/frame";
import { StaffPage } from "../../staff-page";
import { DeskPages } from "./desk-pages";
import { SaveOrTry } from "./promises/save-or-try";
import { TriedRules } from "./promises/tried-rules";

const page = "/staff/support/settings/tiers";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireAdmin(args);
  const { db, words } = args.context;
  const [tiers, policies, schedules, team] = await Promise.all([
    listTiers(db),
    listPolicies(db),
    listScheduleNames(db),
    listHandlers(db, viewer),
  ]);
  const chosen = args.params.tier ? tiers.find(({ tier }) => String(tier) === args.params.tier) : undefined;
  if (args.params.tier && !chosen) throw new DomainError("notFound");
  return {
    head: { title: words.t("deskSettings.pages.tiers"), isPrivate: true },
    tiers,
    policies: policies.map((policy) => ({ id: policy.id, name: policyName(words, policy) })),
    schedules,
    team,
    chosen,
  };
}

/** With `?try` nothing is saved: what the time of the tier would mean for tickets under way is shown above it. */
export async function action(args: ActionFunctionArgs) {
  const viewer = requireAdmin(args);
  const tier = readNumber(args.params.tier);
  const draft = await readForm(args, tierDraft);
  const { db, query, outgoing } = args.context;
  if (query.has("try"))
    return { tried: await tryTier(db, viewer, tier, draft), form: outgoing.submission?.reply({ formErrors: [] }) };
  await editTier(db, { viewer, tier, draft });
  return doneAt(page, args.context, "done.saved");
}

export default function Tiers() {
  const words = useWords();
  const { t } = words;
  const { tiers, policies, chosen } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const trial = result && "tried" in result ? result : undefined;
  const nameOf = (id: number) => policies.find((one) => one.id === id)?.name ?? "";
  return (
    <StaffPage current="settings">
      <DeskPages current="tiers" />
      <p className="mt-4 max-w-2xl text-muted">{t("tiers.intro")}</p>
      <p className="mt-2">
        <a href="/staff/settings/support" className="text-accent underline">
          {t("tiers.words")}
        </a>
      </p>
      <ul className={`${card} mt-4 max-w-2xl divide-y divide-line`}>
        {tiers.map(({ tier, members, responseSeconds }) => (
          <li key={tier} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3">
            <a href={`${page}/${tier}`} className="font-medium no-underline hover:text-accent">
              <span dir="ltr">L{tier}</span> · {t(`tiers.roles.l${tier as 1 | 2 | 3 | 4}`)}
            </a>
            <span className="min-w-0 text-sm wrap-anywhere text-muted">
              {members.map(({ name }) => name ?? t("people.nameless")).join(", ") || t("tiers.nobody")}
            </span>
            {responseSeconds !== null && (
              <span className="ms-auto text-sm text-muted">
                {t("tiers.within", { span: saySpan(words, responseSeconds) })}
              </span>
            )}
          </li>
        ))}
      </ul>
      {trial && <TriedRules tried={trial.tried} nameOf={nameOf} />}
      {chosen && <TierForm lastResult={trial ? trial.form : result} />}
    </StaffPage>
  );
}

function TierForm({ lastResult }: { lastResult: unknown }) {
  const words = useWords();
  const { t } = words;
  const { chosen, team, schedules } = useLoaderData<typeof loader>();
  const action = `${page}/${chosen?.tier}`;
  const [form, fields] = useForm<Record<"members" | "response" | "schedule", string>>({
    id: "tier",
    lastResult: lastResult as SubmissionResult<string[]> | undefined,
    defaultValue: {
      members: chosen?.members.map(({ id }) => id),
      response: chosen?.responseSeconds ? saySpan(words, chosen.responseSeconds) : "",
      schedule: String(chosen?.scheduleId ?? ""),
    } as never,
  });
  return (
    <form method="post" action={action} noValidate className={`${card} mt-6 max-w-2xl space-y-6 p-5`}>
      <h2 className="text-lg">{t("tiers.edit", { tier: chosen?.tier })}</h2>
      <FormProblem errors={form.errors} />
      <ChoicesField
        field={fields.members}
        label={t("tiers.members")}
        hint={t("tiers.membersHint")}
        options={team.map(({ id, name }) => ({ value: id, label: name ?? t("people.nameless") }))}
      />
      <TextField field={fields.response} label={t("tiers.response")} hint={t("tiers.responseHint")} optional />
      <SelectField
        field={fields.schedule}
        label={t("tiers.schedule")}
        options={[
          { value: "", label: t("tiers.always") },
          ...schedules.map(({ id, ...named }) => ({ value: String(id), label: scheduleName(words, named) })),
        ]}
      />
      <SaveOrTry action={action} />
    </form>
  );
}
