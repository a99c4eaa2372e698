import { type SubmissionResult, useForm } from "@conform-to/react";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readForm } from "~/http/forms.server";
import { readNumber, requireMaintainer } from "~/http/guards.server";
import { doneAt } from "~/http/respond.server";
import { DomainError } from "~/models/core/domain-error";
import { createView, editView } from "~/models/feedback/inbox/edit-views.server";
import { readInboxFilter } from "~/models/feedback/inbox/filter";
import { listViews } from "~/models/feedback/inbox/list-views.server";
import { viewDraft } from "~/models/feedback/inbox/view-draft";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { Confirmed } from "~/ui/confirmed";
import { TextField, TickField } from "~/ui/form";
import { FormProblem } from "~/ui/form-problem";
import { useWords } from "~/ui/frame";
import { StaffPage } from "../../staff-page";

export async function loader(args: LoaderFunctionArgs) {
  const viewer = requireMaintainer(args);
  const { db, words } = args.context;
  const { id } = args.params;
  const chosen = id ? (await listViews(db, viewer)).find((view) => view.isOwn && String(view.id) === id) : undefined;
  if (id && !chosen) throw new DomainError("notFound");
  return { head: { title: words.t(chosen ? "inboxViews.edit" : "inboxViews.create"), isPrivate: true }, chosen };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = requireMaintainer(args);
  const { db } = args.context;
  const { id } = args.params;
  const draft = await readForm(args, viewDraft);
  if (id) {
    await editView(db, { viewer, id: readNumber(id), draft });
    return doneAt("/staff/inbox", args.context, "done.saved");
  }
  const filter = readInboxFilter(args.context.query);
  const slug = await createView(db, { viewer, draft, filter });
  return doneAt(`/staff/inbox/${encodeURIComponent(slug)}`, args.context, "done.saved");
}

export default function View() {
  const { t } = useWords();
  const { chosen } = useLoaderData<typeof loader>();
  const [form, fields] = useForm<{ name: string; isShared: string }>({
    id: "view",
    lastResult: useActionData<typeof action>() as unknown as SubmissionResult<string[]> | undefined,
    defaultValue: chosen && { name: chosen.name, isShared: chosen.isShared ? "on" : "" },
  });
  return (
    <StaffPage current="inbox">
      <form method="post" noValidate className={`${card} mt-6 max-w-lg space-y-5 p-5`}>
        <h2 className="text-lg">{t(chosen ? "inboxViews.edit" : "inboxViews.create")}</h2>
        <FormProblem errors={form.errors} />
        <TextField field={fields.name} label={t("staff.name")} />
        <TickField field={fields.isShared} label={t("inboxViews.share")} hint={t("inboxViews.shareHint")} />
        <button type="submit" className={button()}>
          {t("form.save")}
        </button>
      </form>
      {chosen && (
        <div className="mt-4">
          <Confirmed
            action={`/staff/inbox/views/${chosen.id}/delete`}
            label={t("inboxViews.delete")}
            question={t("inboxViews.deleteQuestion")}
            className={button("danger", "small")}
          />
        </div>
      )}
    </StaffPage>
  );
}
