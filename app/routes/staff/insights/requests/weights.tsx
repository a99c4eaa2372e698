import { type SubmissionResult, useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm } from "~/http/forms.server";
import { requireMaintainer } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { presets, scoreMethods } from "~/models/insights/figures/score";
import { findFiguresState } from "~/models/insights/figures/settings.server";
import { weighScore } from "~/models/insights/figures/weigh-score.server";
import { weightsDraft } from "~/models/insights/figures/weights-draft";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { SelectField, TextField } from "~/ui/form";
import { FormProblem } from "~/ui/form-problem";
import { useWords } from "~/ui/frame";
import { Segments } from "~/ui/segments";
import { StaffPage } from "../../staff-page";

export async function loader(args: LoaderFunctionArgs) {
  requireMaintainer(args);
  const { db, words } = args.context;
  const preset = args.context.query.oneOf("preset", scoreMethods);
  const weights = preset ? presets[preset] : (await findFiguresState(db)).weights;
  return { head: { title: words.t("requests.weights.title"), isPrivate: true }, weights, preset };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = requireMaintainer(args);
  const weights = await readForm(args, weightsDraft);
  await weighScore(args.context.db, { viewer, weights });
  return doneAt("/staff/requests", args.context, "done.weightsKept");
}

const weighed = ["votes", "reach", "value", "momentum", "effort"] as const;

export default function Weights() {
  const { t } = useWords();
  const { preset } = useLoaderData<typeof loader>();
  return (
    <StaffPage current="requests">
      <h2 className="mt-6 text-lg">{t("requests.weights.title")}</h2>
      <p className="mt-1 max-w-2xl text-sm text-muted">{t("requests.weights.intro")}</p>
      <Segments
        label={t("requests.weights.presets")}
        className="mt-4"
        wraps
        choices={[
          { key: "own", href: "/staff/requests/weights", name: t("requests.weights.own"), isCurrent: !preset },
          ...scoreMethods.map((method) => ({
            key: method,
            href: `/staff/requests/weights?preset=${method}`,
            name: t(`requests.weights.method.${method}`),
            isCurrent: preset === method,
          })),
        ]}
      />
      <WeightsForm />
      <Formulas />
    </StaffPage>
  );
}

function WeightsForm() {
  const { t } = useWords();
  const { weights } = useLoaderData<typeof loader>();
  const kept = Object.fromEntries(Object.entries(weights).map(([name, value]) => [name, String(value)]));
  const [form, fields] = useForm<Record<"method" | (typeof weighed)[number], string>>({
    id: "weights",
    lastResult: useActionData<typeof action>() as unknown as SubmissionResult<string[]> | undefined,
    defaultValue: kept,
  });
  return (
    <form method="post" action="/staff/requests/weights" noValidate className={`${card} mt-4 max-w-lg space-y-5 p-5`}>
      <FormProblem errors={form.errors} />
      <SelectField
        field={fields.method}
        label={t("requests.weights.formula")}
        options={scoreMethods.map((value) => ({ value, label: t(`requests.weights.method.${value}`) }))}
      />
      {weighed.map((name) => (
        <TextField
          key={name}
          field={fields[name]}
          label={t(`requests.part.${name}`)}
          hint={t(`requests.weights.hint.${name}`)}
          dir="ltr"
        />
      ))}
      <button type="submit" className={button()}>
        {t("form.save")}
      </button>
    </form>
  );
}

function Formulas() {
  const { t } = useWords();
  return (
    <dl className="mt-6 max-w-2xl space-y-4 text-sm">
      {scoreMethods.map((method) => (
        <div key={method}>
          <dt className="font-medium">{t(`requests.weights.method.${method}`)}</dt>
          <dd className="mt-1 text-muted">{t(`requests.weights.spelledOut.${method}`)}</dd>
        </div>
      ))}
    </dl>
  );
}
