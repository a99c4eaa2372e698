import type { FieldMetadata } from "@conform-to/react";
import { languageName, languages } from "~/i18n";
import type { ByLanguage } from "~/models/core/settings/kinds";
import { TextAreaField, TextField } from "~/ui/form";

interface Props {
  field: FieldMetadata<string>;
  label: string;
  hint: string;
  isLong: boolean;
}

/** A text in each language, offered or not: none is lost by saving the others. */
export function FieldsByLanguage({ field, label, hint, isLong }: Props) {
  const texts = (field as unknown as FieldMetadata<ByLanguage>).getFieldset();
  const Field = isLong ? TextAreaField : TextField;
  return (
    <fieldset aria-describedby={field.descriptionId} className="space-y-3">
      <legend className="text-sm font-medium">{label}</legend>
      <p id={field.descriptionId} className="text-sm text-muted">
        {hint}
      </p>
      {languages.map((language) => (
        <Field key={language} field={texts[language]} label={languageName(language)} />
      ))}
    </fieldset>
  );
}
