import { type SubmissionResult, useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm } from "~/http/forms.server";
import { requireAdmin } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { policyName } from "~/models/core/promise-names";
import { listPolicies } from "~/models/support/promises/rules.server";
import { vipDraft } from "~/models/support/tiers/draft";
import { editVips, tryVips } from "~/models/support/tiers/edit-tiers.server";
import { listVips } from "~/models/support/tiers/list-tiers.server";
import { card } from "~/ui/card";
import { TextAreaField } from "~/ui/form";
import { FormProblem } from "~/ui/form-problem";
import { useWords } from "~/ui/frame";
import { StaffPage } from "../../staff-page";
import { DeskPages } from "./desk-pages";
import { SaveOrTry } from "./promises/save-or-try";
import { TriedRules } from "./promises/tried-rules";

const page = "/staff/support/settings/vips";

export async function loader(args: LoaderFunctionArgs) {
  requireAdmin(args);
  const { db, words } = args.context;
  const [vips, policies] = await Promise.all([listVips(db), listPolicies(db)]);
  return {
    head: { title: words.t("deskSettings.pages.vips"), isPrivate: true },
    vips: vips.map(({ address }) => address),
    policies: policies.map((policy) => ({ id: policy.id, name: policyName(words, policy) })),
  };
}

/** With `?try` nothing is saved: what it would mean for tickets under way is shown above it. */
export async function action(args: ActionFunctionArgs) {
  const viewer = requireAdmin(args);
  const { vips } = await readForm(args, vipDraft);
  const { db, query, outgoing } = args.context;
  if (query.has("try"))
    return { tried: await tryVips(db, viewer, vips), form: outgoing.submission?.reply({ formErrors: [] }) };
  await editVips(db, { viewer, vips });
  return doneAt(page, args.context, "done.saved");
}

export default function Vips() {
  const { t } = useWords();
  const { vips, policies } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const trial = result && "tried" in result ? result : undefined;
  const [form, fields] = useForm<{ vips: string }>({
    id: "vips",
    lastResult: (trial ? trial.form : result) as unknown as SubmissionResult<string[]> | undefined,
    defaultValue: { vips: vips.join("\n") },
  });
  return (
    <StaffPage current="settings">
      <DeskPages current="vips" />
      <p className="mt-4 max-w-2xl text-muted">{t("tiers.vipIntro")}</p>
      {trial && <TriedRules tried={trial.tried} nameOf={(id) => policies.find((one) => one.id === id)?.name ?? ""} />}
      <form method="post" action={page} noValidate className={`${card} mt-6 max-w-2xl space-y-6 p-5`}>
        <FormProblem errors={form.errors} />
        <TextAreaField field={fields.vips} label={t("tiers.vips")} hint={t("tiers.vipsHint")} dir="ltr" optional />
        <SaveOrTry action={page} />
      </form>
    </StaffPage>
  );
}
