import { type SubmissionResult, useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { readForm } from "~/http/forms.server";
import { requireAdmin } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import * as field from "~/models/core/text/fields";
import { shownAddress } from "~/models/core/text/shown-address.server";
import { isHashed } from "~/models/core/users/hashed-address.server";
import { listSuppressions, suppressAddress } from "~/models/telling/deliveries/suppressions.server";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { TextField } from "~/ui/form";
import { FormProblem } from "~/ui/form-problem";
import { useWords } from "~/ui/frame";
import { When } from "~/ui/when";
import { StaffPage } from "../../staff-page";
import { LiftForm } from "./lift-form";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireAdmin(args);
  const { db, words } = args.context;
  const head = { title: words.t("mailStaff.suppressions.title"), isPrivate: true };
  const suppressions = await listSuppressions(db, viewer);
  return {
    head,
    suppressions: suppressions.map((one) => ({
      ...one,
      shown: shownAddress(one.email),
      isForgotten: isHashed(one.email),
    })),
  };
}

const form = z.object({ email: field.email() });

export async function action(args: ActionFunctionArgs) {
  const viewer = requireAdmin(args);
  const { email } = await readForm(args, form);
  await suppressAddress(args.context.db, { viewer, email });
  return doneAt("/staff/mail/suppressions", args.context, "done.suppressed");
}

export default function Suppressions() {
  const { t } = useWords();
  const { suppressions } = useLoaderData<typeof loader>();
  return (
    <StaffPage current="mail">
      <h2 className="mt-6 text-lg">{t("mailStaff.suppressions.title")}</h2>
      <p className="mt-1 text-muted">{t("mailStaff.suppressions.intro")}</p>
      <ul className={`${card} mt-4 divide-y divide-line`}>
        {suppressions.length === 0 && <li className="p-4 text-muted">{t("mailStaff.suppressions.none")}</li>}
        {suppressions.map(({ email, shown, isForgotten, reason, response, createdAt }) => (
          <li key={email} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
            <div className="min-w-0 grow basis-56">
              <p className="font-medium wrap-anywhere">
                {isForgotten ? t("mailStaff.suppressions.forgotten") : <bdi>{shown}</bdi>}
              </p>
              <p className="text-sm text-muted">
                {t(`mailStaff.suppressions.reason.${reason}`)} · <When at={createdAt} />
              </p>
              {response && (
                <p dir="ltr" className="text-sm text-muted wrap-anywhere">
                  {response}
                </p>
              )}
            </div>
            <LiftForm email={email} />
          </li>
        ))}
      </ul>
      <AddressForm />
    </StaffPage>
  );
}

function AddressForm() {
  const { t } = useWords();
  const [form, fields] = useForm<{ email: string }>({
    id: "suppress",
    lastResult: useActionData<typeof action>() as unknown as SubmissionResult<string[]> | undefined,
  });
  return (
    <form method="post" action="/staff/mail/suppressions" noValidate className={`${card} mt-6 max-w-lg space-y-5 p-5`}>
      <FormProblem errors={form.errors} />
      <TextField field={fields.email} type="email" dir="ltr" label={t("mailStaff.suppressions.add")} />
      <button type="submit" className={button()}>
        {t("mailStaff.suppressions.suppress")}
      </button>
    </form>
  );
}
