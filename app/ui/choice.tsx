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
  const known = value === "" || options.some((option) => option.value === value);
  return (
    <label className="block space-y-1.5 text-sm">
      <span className="block font-medium">{label}</span>
      <select
        name={name}
        defaultValue={value}
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
      {hint && <span className="block text-muted">{hint}</span>}
    </label>
  );
}
