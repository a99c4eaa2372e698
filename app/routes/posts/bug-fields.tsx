import type { FieldMetadata } from "@conform-to/react";
import { MarkdownField, TextField } from "~/ui/form";
import { useWords } from "~/ui/frame";

type Name = "actual" | "expected" | "steps" | "version" | "body";

/** The fields of a bug report: steps, expected, actual, version. */
export function BugFields({ fields }: { fields: Record<Name, FieldMetadata<string>> }) {
  const { t } = useWords();
  return (
    <>
      <MarkdownField field={fields.actual} label={t("postForm.actual")} />
      <MarkdownField field={fields.expected} label={t("postForm.expected")} optional />
      <MarkdownField field={fields.steps} label={t("postForm.steps")} hint={t("postForm.stepsHint")} optional />
      <TextField field={fields.version} label={t("postForm.version")} hint={t("postForm.versionHint")} optional />
      <MarkdownField field={fields.body} label={t("postForm.more")} optional />
    </>
  );
}
