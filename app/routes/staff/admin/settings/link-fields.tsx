import type { FieldMetadata } from "@conform-to/react";
import { type Link, linkRows } from "~/models/core/settings/kinds";
import { FieldGroup } from "~/ui/field-group";
import { TextField } from "~/ui/form";
import { useWords } from "~/ui/frame";

interface Props {
  field: FieldMetadata<string>;
  label: string;
  hint: string;
}

/** Rows of a text and an address. */
export function LinkFields({ field, label, hint }: Props) {
  const { t } = useWords();
  const rows = (field as unknown as FieldMetadata<Record<string, Link>>).getFieldset();
  return (
    <FieldGroup field={field} label={label} hint={hint}>
      {linkRows.map((name) => {
        const link = (rows[name] as unknown as FieldMetadata<Link>).getFieldset();
        return (
          <div key={name} className="grid gap-3 sm:grid-cols-[1fr_2fr]">
            <TextField field={link.label} label={t("settings.link.label")} />
            <TextField field={link.address} label={t("settings.link.address")} dir="ltr" />
          </div>
        );
      })}
    </FieldGroup>
  );
}
