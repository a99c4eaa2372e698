import type { FieldMetadata } from "@conform-to/react";
import type { ComponentType } from "react";
import { type Language, languageName, languages } from "~/i18n";
import type { ByLanguage } from "~/models/core/settings/kinds";
import { FieldGroup } from "./field-group";

export interface FieldInLanguage {
  field: FieldMetadata<string>;
  label: string;
  language: Language;
}

interface Props {
  field: FieldMetadata<string>;
  label: string;
  hint: string;
  /** Of one language. */
  Field: ComponentType<FieldInLanguage>;
}

/** A text in each language, offered or not: none is lost by saving the others. */
export function FieldsByLanguage({ field, label, hint, Field }: Props) {
  const texts = (field as unknown as FieldMetadata<ByLanguage>).getFieldset();
  return (
    <FieldGroup field={field} label={label} hint={hint}>
      {languages.map((language) => (
        <Field key={language} field={texts[language]} label={languageName(language)} language={language} />
      ))}
    </FieldGroup>
  );
}
