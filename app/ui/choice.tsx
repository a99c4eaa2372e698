import { useId } from "react";

interface Props {
  name: string;
  label: string;
  hint?: string;
  value: string;
  /** What it means to choose nothing. */
  none: string;
  options: { value: string; label: string }[];
}

/** One of several, or none, outside the forms that are checked field by field; keeps a value that is no option. */
export function Choice({ name, label, hint, value, none, options }: Props) {
  const id = useId();
  const known = value === "" || options.some((option) => option.value === value);
  return (
    <div className="space-y-1.5 text-sm">
      <label htmlFor={id} className="block font-medium">
        {label}
      </label>
      <select
        id={id}
        name={name}
        defaultValue={value}
        aria-describedby={hint && `${id}-hint`}
        className="block min-h-10 w-full rounded-lg border border-edge/60 bg-surface px-3 text-ink"
      >
        <option value="">{none}</option>
        {!known && <option value={value}>{value}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {hint && (
        <p id={`${id}-hint`} className="text-muted">
          {hint}
        </p>
      )}
    </div>
  );
}
