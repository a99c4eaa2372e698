import type { FieldInLanguage } from "~/ui/fields-by-language";
import { MarkdownField } from "~/ui/form";
import { useWords } from "~/ui/frame";

/** What the mail that confirms a ticket says in one language, with its gaps filled where there is JavaScript. */
export function ConfirmationField({ field, label, language }: FieldInLanguage) {
  const { t } = useWords();
  return (
    <MarkdownField
      field={field}
      label={label}
      hint={t("settings.confirmation.hint")}
      source={`/staff/settings/confirmation?language=${language}`}
    />
  );
}
