import { type SubmissionResult, useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm } from "~/http/forms.server";
import { requireAdmin } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { vipDraft } from "~/models/support/tiers/draft";
import { editVips } from "~/models/support/tiers/edit-tiers.server";
import { listVips } from "~/models/support/tiers/list-tiers.server";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { TextAreaField } from "~/ui/form";
import { FormProblem } from "~/ui/form-problem";
import { useWords } from "~/ui/frame";
import { StaffPage } from "../../staff-page";
import { DeskPages } from "./desk-pages";

const page = "/staff/support/settings/vips";

export async function loader(args: LoaderFunctionArgs) {
  requireAdmin(args);
  const { db, words } = args.context;
  const vips = (await listVips(db)).map(({ address }) => address);
  return { head: { title: words.t("deskSettings.pages.vips"), isPrivate: true }, vips };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = requireAdmin(args);
  const { vips } = await readForm(args, vipDraft);
  await editVips(args.context.db, { viewer, vips });
  return doneAt(page, args.context, "done.saved");
}

export default function Vips() {
  const { t } = useWords();
  const { vips } = useLoaderData<typeof loader>();
  const [form, fields] = useForm<{ vips: string }>({
    id: "vips",
    lastResult: useActionData<typeof action>() as unknown as SubmissionResult<string[]> | undefined,
    defaultValue: { vips: vips.join("\n") },
  });
  return (
    <StaffPage current="settings">
      <DeskPages current="vips" />
      <p className="mt-4 max-w-2xl text-muted">{t("tiers.vipIntro")}</p>
      <form method="post" noValidate className={`${card} mt-6 max-w-2xl space-y-6 p-5`}>
        <FormProblem errors={form.errors} />
        <TextAreaField field={fields.vips} label={t("tiers.vips")} hint={t("tiers.vipsHint")} dir="ltr" optional />
        <button type="submit" className={button()}>
          {t("form.save")}
        </button>
      </form>
    </StaffPage>
  );
}
