import type { ReactNode } from "react";

interface Props {
  name: string;
  /** What is sent when it is ticked; `on` where it does not matter. */
  value?: string;
  isChosen: boolean;
  label: string;
  hint?: ReactNode;
}

/** A box to tick, with what it means. */
export function Tick({ name, value, isChosen, label, hint }: Props) {
  return (
    <label className="flex items-start gap-2 text-sm">
      <input
        type="checkbox"
        name={name}
        value={value}
        defaultChecked={isChosen}
        className="mt-0.5 size-4 accent-accent"
      />
      <span>
        {label}
        {hint && <span className="block text-muted">{hint}</span>}
      </span>
    </label>
  );
}
