import { type SubmissionResult, useForm } from "@conform-to/react";
import type { InboxNoun } from "#db/schema/feedback/inbox";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { Confirmed } from "~/ui/confirmed";
import { TextField, TickField } from "~/ui/form";
import { FormProblem } from "~/ui/form-problem";
import { useWords } from "~/ui/frame";
import { home, navigationOf } from "../bulk/home";
import { StaffPage } from "../staff-page";

interface Props {
  noun: InboxNoun;
  /** The one that is there already. */
  chosen?: { id: number; name: string; isShared: boolean };
  /** Of this form, where it makes one. */
  newId: string;
  lastResult: unknown;
}

/** What a view is called, and who sees it. */
export function ViewForm({ noun, chosen, newId, lastResult }: Props) {
  const { t } = useWords();
  const [form, fields] = useForm<{ name: string; isShared: string }>({
    id: "view",
    lastResult: lastResult as SubmissionResult<string[]> | undefined,
    defaultValue: chosen && { name: chosen.name, isShared: chosen.isShared ? "on" : "" },
  });
  return (
    <StaffPage current={navigationOf[noun]}>
      <form method="post" noValidate className={`${card} mt-6 max-w-lg space-y-5 p-5`}>
        <h2 className="text-lg">{t(chosen ? "inboxViews.edit" : "inboxViews.create")}</h2>
        <FormProblem errors={form.errors} />
        {!chosen && <input type="hidden" name="id" value={newId} />}
        <TextField field={fields.name} label={t("staff.name")} />
        <TickField field={fields.isShared} label={t("inboxViews.share")} hint={t("inboxViews.shareHint")} />
        <button type="submit" className={button()}>
          {t("form.save")}
        </button>
      </form>
      {chosen && (
        <div className="mt-4">
          <Confirmed
            action={`${home[noun]}/views/${chosen.id}/delete`}
            label={t("inboxViews.delete")}
            question={t("inboxViews.deleteQuestion")}
            className={button("danger", "small")}
          />
        </div>
      )}
    </StaffPage>
  );
}
