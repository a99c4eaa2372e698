import { type SubmissionResult, useForm } from "@conform-to/react";
import type { ReactNode } from "react";
import { AttachFiles } from "~/ui/attach-files";
import { button } from "~/ui/button";
import { MarkdownField } from "~/ui/form";
import { FormProblem } from "~/ui/form-problem";
import { useWords } from "~/ui/frame";

interface Props {
  action: string;
  /** For a note to be: sent twice, it is there once. */
  id?: string;
  /** What it says now. */
  body?: string;
  /** Where to go without saving. */
  cancel?: string;
  lastResult?: unknown;
  /** Stands before the buttons. */
  children?: ReactNode;
}

export function NoteForm({ action, id, body, cancel, lastResult, children }: Props) {
  const { t } = useWords();
  const [form, fields] = useForm<{ body: string }>({
    id: "note",
    lastResult: lastResult as SubmissionResult<string[]> | undefined,
    defaultValue: { body },
  });
  return (
    <form
      method="post"
      action={action}
      encType={id ? "multipart/form-data" : undefined}
      noValidate
      className="mt-3 space-y-3"
    >
      <FormProblem errors={form.errors} />
      {id && <input type="hidden" name="id" value={id} />}
      <MarkdownField field={fields.body} label={t("notes.label")} />
      {id && <AttachFiles draft={id} />}
      {children}
      <div className="flex flex-wrap gap-2">
        <button type="submit" className={button("quiet", "small")}>
          {t(id ? "notes.add" : "form.save")}
        </button>
        {cancel && (
          <a href={cancel} className={button("plain", "small")}>
            {t("form.cancel")}
          </a>
        )}
      </div>
    </form>
  );
}
