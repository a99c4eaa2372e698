import { type SubmissionResult, useForm } from "@conform-to/react";
import { useActionData } from "@remix-run/react";
import { savedReplyKinds } from "~/models/feedback/saved-replies/draft";
import { gaps } from "~/models/feedback/saved-replies/fill-in";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { Confirmed } from "~/ui/confirmed";
import { MarkdownField, SelectField, TextField } from "~/ui/form";
import { FormProblem } from "~/ui/form-problem";
import { useWords } from "~/ui/frame";
import { SaveOrCancel } from "../../save-or-cancel";

interface Props {
  /** Absent for a new one. */
  chosen?: { id: number; title: string; body: string; kind: (typeof savedReplyKinds)[number] | null };
}

export function SavedReplyForm({ chosen }: Props) {
  const { t } = useWords();
  const [form, fields] = useForm<Record<"title" | "body" | "kind", string>>({
    id: "reply",
    lastResult: useActionData() as SubmissionResult<string[]> | undefined,
    defaultValue: chosen && { ...chosen, kind: chosen.kind ?? "" },
  });
  return (
    <div className={`${card} mt-6 max-w-2xl p-5`}>
      <form method="post" noValidate className="space-y-5">
        <h2 className="text-lg">{t(chosen ? "replies.edit" : "replies.create")}</h2>
        <FormProblem errors={form.errors} />
        <TextField field={fields.title} label={t("postForm.title")} />
        <MarkdownField field={fields.body} label={t("replies.body")} hint={t("replies.bodyHint", gaps)} tall />
        <SelectField
          field={fields.kind}
          label={t("replies.for")}
          options={[
            { value: "", label: t("replies.forAll") },
            ...savedReplyKinds.map((value) => ({
              value,
              label: value === "ticket" ? t("replies.forTickets") : t(`kinds.${value}`),
            })),
          ]}
        />
        <SaveOrCancel cancel={chosen && "/staff/replies"} />
      </form>
      {chosen && (
        <div className="mt-5 border-t border-line pt-5">
          <Confirmed
            action={`/staff/replies/${chosen.id}/delete`}
            label={t("replies.delete")}
            question={t("replies.deleteQuestion")}
            className={button("danger", "small")}
          />
        </div>
      )}
    </div>
  );
}
