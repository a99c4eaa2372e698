import type { FieldMetadata } from "@conform-to/react";
import { FieldError } from "./form";
import { Tick } from "./tick";

interface Props {
  field: FieldMetadata<string>;
  label: string;
  hint: string;
  options: { value: string; label: string }[];
}

/** Several boxes to tick. */
export function ChoicesField({ field, label, hint, options }: Props) {
  const chosen = [(field.value ?? []) as string | string[]].flat();
  return (
    <fieldset aria-describedby={field.descriptionId} className="space-y-1.5">
      <legend className="text-sm font-medium">{label}</legend>
      <div className="flex flex-wrap gap-x-6 gap-y-2">
        {options.map(({ value, label }) => (
          <Tick key={value} name={field.name} value={value} isChosen={chosen.includes(value)} label={label} />
        ))}
      </div>
      <FieldError field={field} />
      <p id={field.descriptionId} className="text-sm text-muted">
        {hint}
      </p>
    </fieldset>
  );
}
