import type { FieldMetadata } from "@conform-to/react";
import type { Scheme } from "~/models/core/settings/contrast";
import { FieldError } from "~/ui/form";
import { ContrastNote } from "./contrast-note";

interface Props {
  field: FieldMetadata<string>;
  label: string;
  hint: string;
  scheme: Scheme;
}

/** A colour, and whether text can be read in it; where there is JavaScript, as it is chosen. */
export function ColorField({ field, label, hint, scheme }: Props) {
  const isWrong = Boolean(field.errors?.length);
  return (
    <div>
      <color-contrast data-action={`/staff/settings/contrast?scheme=${scheme}&color=`}>
        <div className="space-y-1.5">
          <label htmlFor={field.id} className="block text-sm font-medium">
            {label}
          </label>
          <input
            type="color"
            id={field.id}
            name={field.name}
            defaultValue={field.value}
            aria-describedby={`${isWrong ? `${field.errorId} ` : ""}${field.descriptionId}`}
            aria-invalid={isWrong || undefined}
            autoFocus={isWrong || undefined}
            className="h-10 w-20 cursor-pointer rounded-lg border border-edge/60 bg-surface p-1"
          />
          <FieldError field={field} />
          <div aria-live="polite" data-place className="text-sm">
            <ContrastNote color={field.value ?? ""} scheme={scheme} />
          </div>
          <p id={field.descriptionId} className="text-sm text-muted">
            {hint}
          </p>
        </div>
      </color-contrast>
    </div>
  );
}
