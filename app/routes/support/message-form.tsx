import { type SubmissionResult, useForm } from "@conform-to/react";
import { AttachFiles } from "~/ui/attach-files";
import { button } from "~/ui/button";
import { MarkdownField } from "~/ui/form";
import { FormProblem } from "~/ui/form-problem";
import { useWords } from "~/ui/frame";

interface Props {
  action: string;
  /** What goes after addresses, for somebody who reads by a link. */
  search: string;
  /** For the message to be: sent twice, it is there once. */
  id: string;
  lastResult?: unknown;
}

/** Where one of a ticket's people says something. */
export function MessageForm({ action, search, id, lastResult }: Props) {
  const { t } = useWords();
  const [form, fields] = useForm<{ body: string }>({
    id: "message",
    lastResult: lastResult as SubmissionResult<string[]> | undefined,
  });
  return (
    <form method="post" action={action} encType="multipart/form-data" noValidate className="mt-3 space-y-3">
      <FormProblem errors={form.errors} />
      <input type="hidden" name="id" value={id} />
      <MarkdownField field={fields.body} label={t("support.message")} />
      <AttachFiles draft={id} guests={{ search }} />
      <button type="submit" className={button()}>
        {t("support.send")}
      </button>
    </form>
  );
}
