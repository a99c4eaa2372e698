import type { FieldMetadata } from "@conform-to/react";
import { MarkdownField, TextAreaField, TextField } from "~/ui/form";
import { useWords } from "~/ui/frame";

interface Props {
  fields: Record<"title" | "slug" | "body" | "wordings", FieldMetadata<string>>;
}

/** What an article says in a language. */
export function TextFields({ fields }: Props) {
  const { t } = useWords();
  return (
    <>
      <TextField field={fields.title} label={t("helpStaff.form.title")} />
      <MarkdownField field={fields.body} label={t("helpStaff.form.body")} tall />
      <TextAreaField
        field={fields.wordings}
        label={t("helpStaff.form.wordings")}
        hint={t("helpStaff.form.wordingsHint")}
        optional
      />
      <TextField field={fields.slug} label={t("helpStaff.form.slug")} hint={t("helpStaff.form.slugHint")} optional />
    </>
  );
}
