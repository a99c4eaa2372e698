import type { FieldMetadata } from "@conform-to/react";
import { isLanguage, languageName } from "~/i18n";
import { type SettingName, table } from "~/models/core/settings/table";
import { ChoicesField } from "~/ui/choices-field";
import { FieldsByLanguage } from "~/ui/fields-by-language";
import { SelectField, TextAreaField, TextField, TickField } from "~/ui/form";
import { useWords } from "~/ui/frame";
import { TimeZoneField } from "~/ui/time-zone-field";

import { ColorField } from "./color-field";
import { ConfirmationField } from "./confirmation-field";
import { LinkFields } from "./link-fields";
import { StatusFields } from "./status-fields";

interface Props {
  name: SettingName;
  field: FieldMetadata<string>;
}

/** The field, or the fields, of a setting, by what it may be. */
export function Setting({ name, field }: Props) {
  const { t } = useWords();
  const { control } = table[name].kind;
  const plain = { field, label: t(`settings.names.${name}`), hint: t(`settings.hints.${name}`) };
  const nameOf = (value: string) =>
    isLanguage(value) ? languageName(value) : String(t(`settings.values.${name}.${value}` as never));
  const optionsOf = (values: readonly string[]) => values.map((value) => ({ value, label: nameOf(value) }));
  switch (control.name) {
    case "line":
      return <TextField {...plain} />;
    case "number":
      return <TextField {...plain} dir="ltr" inputMode="numeric" />;
    case "domains":
      return <TextAreaField {...plain} dir="ltr" />;
    case "flag":
      return <TickField {...plain} />;
    case "color":
      return <ColorField {...plain} scheme={name === "accentDark" ? "dark" : "light"} />;
    case "timeZone":
      return <TimeZoneField {...plain} />;
    case "choice":
      return <SelectField {...plain} options={optionsOf(control.values)} />;
    case "choices":
      return <ChoicesField {...plain} options={optionsOf(control.values)} />;
    case "links":
      return <LinkFields {...plain} />;
    case "statuses":
      return <StatusFields {...plain} />;
    case "by language":
      return <FieldsByLanguage {...plain} Field={fieldFor(control)} />;
  }
}

/** What has gaps is the confirmation of a ticket. */
function fieldFor({ isLong, hasGaps }: { isLong: boolean; hasGaps: boolean }) {
  if (hasGaps) return ConfirmationField;
  return isLong ? TextAreaField : TextField;
}
