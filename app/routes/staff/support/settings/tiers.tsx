import { type SubmissionResult, useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm } from "~/http/forms.server";
import { readNumber, requireAdmin } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { DomainError } from "~/models/core/domain-error";
import { scheduleName } from "~/models/core/promise-names";
import { listHandlers } from "~/models/core/users/queries.server";
import { saySpan } from "~/models/support/promises/span";
import { tierDraft } from "~/models/support/tiers/draft";
import { editTier } from "~/models/support/tiers/edit-tiers.server";
import { listScheduleNames, listTiers } from "~/models/support/tiers/list-tiers.server";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { ChoicesField } from "~/ui/choices-field";
import { SelectField, TextField } from "~/ui/form";
import { FormProblem } from "~/ui/form-problem";
import { useWords } from "~/ui/frame";
import { StaffPage } from "../../staff-page";
import { DeskPages } from "./desk-pages";

const page = "/staff/support/settings/tiers";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireAdmin(args);
  const { db, words } = args.context;
  const [tiers, schedules, team] = await Promise.all([listTiers(db), listScheduleNames(db), listHandlers(db, viewer)]);
  const chosen = args.params.tier ? tiers.find(({ tier }) => String(tier) === args.params.tier) : undefined;
  if (args.params.tier && !chosen) throw new DomainError("notFound");
  return { head: { title: words.t("deskSettings.pages.tiers"), isPrivate: true }, tiers, schedules, team, chosen };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = requireAdmin(args);
  const tier = readNumber(args.params.tier);
  const draft = await readForm(args, tierDraft);
  await editTier(args.context.db, { viewer, tier, draft });
  return doneAt(page, args.context, "done.saved");
}

export default function Tiers() {
  const words = useWords();
  const { t } = words;
  const { tiers, chosen } = useLoaderData<typeof loader>();
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
      {chosen && <TierForm />}
    </StaffPage>
  );
}

function TierForm() {
  const words = useWords();
  const { t } = words;
  const { chosen, team, schedules } = useLoaderData<typeof loader>();
  const [form, fields] = useForm<Record<"members" | "response" | "schedule", string>>({
    id: "tier",
    lastResult: useActionData<typeof action>() as unknown as SubmissionResult<string[]> | undefined,
    defaultValue: {
      members: chosen?.members.map(({ id }) => id),
      response: chosen?.responseSeconds ? saySpan(words, chosen.responseSeconds) : "",
      schedule: String(chosen?.scheduleId ?? ""),
    } as never,
  });
  return (
    <form method="post" noValidate className={`${card} mt-6 max-w-2xl space-y-6 p-5`}>
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
      <button type="submit" className={button()}>
        {t("form.save")}
      </button>
    </form>
  );
}
