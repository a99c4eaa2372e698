import { type SubmissionResult, useForm } from "@conform-to/react";
import type { Board } from "~/models/feedback/boards/queries.server";
import { kinds } from "~/models/feedback/posts/list-filter";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { FieldError, MarkdownField, SelectField, TextField } from "~/ui/form";
import { FormProblem } from "~/ui/form-problem";
import { useWords } from "~/ui/frame";

interface Props {
  action: string;
  boards: Board[];
  start: { id: string; kind: string; title: string; body: string };
  lastResult: unknown;
}

/** The customer's words, to be gone through before anybody else reads them. */
export function ReviewForm({ action, boards, start, lastResult }: Props) {
  const { t } = useWords();
  const [form, fields] = useForm<Props["start"] & { boardId: string }>({
    id: "review",
    lastResult: lastResult as SubmissionResult<string[]> | undefined,
    defaultValue: start,
  });
  return (
    <form method="post" action={action} noValidate className={`${card} mt-4 space-y-6 p-5`}>
      <FormProblem errors={form.errors} />
      <p role="note" className="rounded-lg bg-amber-soft px-4 py-3 text-sm text-amber">
        {t("freshdeskPages.makePost.review")}
      </p>
      <input type="hidden" name="id" value={fields.id.value ?? start.id} />
      <fieldset>
        <legend className="text-sm font-medium">{t("newPost.kind")}</legend>
        <div className="mt-2 flex gap-4">
          {kinds.map((kind) => (
            <label key={kind} className="flex items-center gap-2 text-sm">
              <input
                type="radio"
                name="kind"
                value={kind}
                defaultChecked={(fields.kind.value ?? start.kind) === kind}
                className="size-4 accent-accent"
              />
              {t(`kind.${kind}`)}
            </label>
          ))}
        </div>
        <FieldError field={fields.kind} />
      </fieldset>
      <TextField field={fields.title} label={t("postForm.title")} hint={t("freshdeskPages.makePost.titleHint")} />
      <MarkdownField field={fields.body} label={t("freshdeskPages.makePost.body")} tall />
      <SelectField
        field={fields.boardId}
        label={t("postForm.board")}
        options={boards.map(({ id, name }) => ({ value: String(id), label: name }))}
      />
      <button type="submit" className={button()}>
        {t("freshdeskPages.makePost.submit")}
      </button>
    </form>
  );
}
