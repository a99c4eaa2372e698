import { type SubmissionResult, useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm } from "~/http/forms.server";
import { requireAdmin } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { listHandlers } from "~/models/core/users/queries.server";
import { readersDraft } from "~/models/insights/report/draft";
import { chooseReportReaders, listReportReaders } from "~/models/insights/report/readers.server";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { ChoicesField } from "~/ui/choices-field";
import { FormProblem } from "~/ui/form-problem";
import { useWords } from "~/ui/frame";
import { StaffPage } from "../../staff-page";
import { DeskPages } from "./desk-pages";

const page = "/staff/support/settings/report";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireAdmin(args);
  const { db, words } = args.context;
  const [team, readers] = await Promise.all([listHandlers(db, viewer), listReportReaders(db)]);
  return { head: { title: words.t("deskSettings.pages.report"), isPrivate: true }, team, readers };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = requireAdmin(args);
  const { readers } = await readForm(args, readersDraft);
  await chooseReportReaders(args.context.db, { viewer, readers });
  return doneAt(page, args.context, "done.saved");
}

export default function WeeklyReport() {
  const { t } = useWords();
  const { team, readers } = useLoaderData<typeof loader>();
  const [form, fields] = useForm<{ readers: string }>({
    id: "report",
    lastResult: useActionData<typeof action>() as unknown as SubmissionResult<string[]> | undefined,
    defaultValue: { readers } as never,
  });
  return (
    <StaffPage current="settings">
      <DeskPages current="report" />
      <p className="mt-4 max-w-2xl text-muted">{t("weeklyReport.intro")}</p>
      <form method="post" noValidate className={`${card} mt-6 max-w-2xl space-y-6 p-5`}>
        <FormProblem errors={form.errors} />
        <ChoicesField
          field={fields.readers}
          label={t("weeklyReport.readers")}
          hint={t("weeklyReport.readersHint")}
          options={team.map(({ id, name }) => ({ value: id, label: name ?? t("people.nameless") }))}
        />
        <button type="submit" className={button()}>
          {t("form.save")}
        </button>
      </form>
      <form method="post" action={`${page}/send`} className="mt-6 max-w-2xl space-y-2">
        <button type="submit" className={button("quiet")}>
          {t("weeklyReport.now")}
        </button>
        <p className="text-sm text-muted">{t("weeklyReport.nowHint")}</p>
      </form>
    </StaffPage>
  );
}
