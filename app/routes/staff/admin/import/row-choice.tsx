import { useId } from "react";

interface Props {
  /** What the choice is about, sent before it. */
  row: { name: string; value: string };
  label: string;
  name: string;
  value: string;
  options: { value: string; label: string }[];
}

/** One choice of a list of them, whose rows are sent as two lists. */
export function RowChoice({ row, label, name, value, options }: Props) {
  const id = useId();
  return (
    <div className="min-w-0 space-y-1.5 text-sm">
      <input type="hidden" name={row.name} value={row.value} />
      <label htmlFor={id} dir="auto" className="block font-medium wrap-anywhere">
        {label}
      </label>
      <select
        id={id}
        name={name}
        defaultValue={value}
        className="block min-h-10 w-full rounded-lg border border-edge/60 bg-surface px-3 text-ink"
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
