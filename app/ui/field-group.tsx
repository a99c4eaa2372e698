import type { FieldMetadata } from "@conform-to/react";
import type { ReactNode } from "react";

interface Props {
  field: FieldMetadata<string>;
  label: string;
  hint: string;
  children: ReactNode;
}

/** Fields that belong together, under one name and one hint. */
export function FieldGroup({ field, label, hint, children }: Props) {
  return (
    <fieldset aria-describedby={field.descriptionId} className="space-y-3">
      <legend className="text-sm font-medium">{label}</legend>
      <p id={field.descriptionId} className="text-sm text-muted">
        {hint}
      </p>
      {children}
    </fieldset>
  );
}
