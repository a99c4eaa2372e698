import { type SubmissionResult, useForm } from "@conform-to/react";
import { button } from "~/ui/button";
import { MarkdownField } from "~/ui/form";
import { FormProblem } from "~/ui/form-problem";
import { useWords } from "~/ui/frame";

interface Props {
  number: number;
  /** For the comment to be: sent twice, it is there once. */
  id: string;
  parentId?: string;
  lastResult?: unknown;
}

export function CommentForm({ number, id, parentId, lastResult }: Props) {
  const { t } = useWords();
  const [form, fields] = useForm<{ body: string }>({
    id: parentId ? `reply-${parentId}` : "comment",
    lastResult: lastResult as SubmissionResult<string[]> | undefined,
  });
  return (
    <form method="post" action={`/posts/${number}/comments`} noValidate className="mt-6 space-y-3">
      <FormProblem errors={form.errors} />
      <input type="hidden" name="id" value={id} />
      {parentId && <input type="hidden" name="parentId" value={parentId} />}
      <MarkdownField field={fields.body} label={t(parentId ? "comment.replyLabel" : "comment.label")} />
      <button type="submit" className={button(parentId ? "quiet" : "primary")}>
        {t(parentId ? "comment.reply" : "comment.submit")}
      </button>
    </form>
  );
}
