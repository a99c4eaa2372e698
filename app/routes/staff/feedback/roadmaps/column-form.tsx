import { type SubmissionResult, useForm } from "@conform-to/react";
import { useActionData } from "@remix-run/react";
import type { PostStatus } from "#db/schema/feedback/posts";
import { statuses } from "~/models/feedback/posts/lifecycle";
import type { Column } from "~/models/feedback/roadmaps/column";
import { button } from "~/ui/button";
import { card } from "~/ui/card";
import { Confirmed } from "~/ui/confirmed";
import { FieldError, TextField } from "~/ui/form";
import { FormProblem } from "~/ui/form-problem";
import { useWords } from "~/ui/frame";

interface Props {
  roadmapId: number;
  chosen: Column | undefined;
  /** Of this form, where it makes one. */
  newId: string;
}

export function ColumnForm({ roadmapId, chosen, newId }: Props) {
  const { t } = useWords();
  const [form, fields] = useForm<{ name: string; statuses: PostStatus[]; position: string }>({
    id: "column",
    lastResult: useActionData() as SubmissionResult<string[]> | undefined,
    defaultValue: chosen && { ...chosen, position: String(chosen.position) },
  });
  const ticked = [fields.statuses.value ?? []].flat();
  return (
    <div className={`${card} mt-6 max-w-lg p-5`}>
      <form method="post" noValidate className="space-y-5">
        <h2 className="text-lg">{t(chosen ? "curation.editColumn" : "curation.addColumn")}</h2>
        <FormProblem errors={form.errors} />
        {!chosen && <input type="hidden" name="id" value={newId} />}
        <TextField field={fields.name} label={t("staff.name")} hint={t("curation.columnNameHint")} optional />
        <fieldset>
          <legend className="text-sm font-medium">{t("curation.statuses")}</legend>
          <p className="mt-1 text-sm text-muted">{t("curation.statusesHint")}</p>
          <div className="mt-2 grid grid-cols-2 gap-x-4 gap-y-1.5">
            {statuses.map((status) => (
              <label key={status} className="flex items-center gap-2 text-sm">
                <input
                  type="checkbox"
                  name="statuses"
                  value={status}
                  defaultChecked={ticked.includes(status)}
                  className="size-4 accent-accent"
                />
                {t(`status.${status}`)}
              </label>
            ))}
          </div>
          <FieldError field={fields.statuses} />
        </fieldset>
        <TextField field={fields.position} label={t("curation.position")} inputMode="numeric" optional />
        <button type="submit" className={button()}>
          {t("form.save")}
        </button>
      </form>
      {chosen && (
        <div className="mt-5 border-t border-line pt-5">
          <Confirmed
            action={`/staff/roadmaps/${roadmapId}/columns/${chosen.id}/remove`}
            label={t("curation.removeColumn")}
            question={t("curation.removeColumnQuestion")}
            className={button("danger", "small")}
          />
        </div>
      )}
    </div>
  );
}
