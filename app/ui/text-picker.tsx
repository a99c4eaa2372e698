import type { ReactNode } from "react";
import { button } from "./button";

interface Props {
  /** Of the list. */
  label: string;
  options: { id: number; title: string }[];
  /** What can be done with one; the first is what Enter does. `source` is where its text is, with `:id` for that of the option. */
  ways: { name: string; source: string; prefill: (id: number) => string }[];
  /** Leads to the list from the text, with Control. */
  shortcut?: string;
  /** What is said below the list where there is JavaScript, and where there is none. */
  hint?: string;
  prefillHint: string;
  /** The text that is written. */
  children: ReactNode;
}

/** Offers texts: a list whose texts go in at the cursor, or links that fill the field in. */
export function TextPicker({ label, options, ways, shortcut, hint, prefillHint, children }: Props) {
  if (options.length === 0) return children;
  return (
    <text-picker data-key={shortcut}>
      {children}
      <template>
        <div className="mt-2 flex flex-wrap gap-2">
          <select
            aria-label={label}
            aria-keyshortcuts={shortcut && `Control+${shortcut.toUpperCase()}`}
            title={hint}
            className="min-h-8 min-w-0 grow basis-40 rounded-lg border border-edge/60 bg-surface px-2 text-sm"
          >
            {options.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
          {ways.map(({ name, source }) => (
            <button key={source} type="button" data-source={source} className={button("quiet", "small")}>
              {name}
            </button>
          ))}
        </div>
        {hint && <p className="mt-1 text-xs text-muted">{hint}</p>}
      </template>
      <details className="mt-2 text-sm">
        <summary className="text-accent underline">{label}</summary>
        <ul className="mt-2 space-y-1">
          {options.map(({ id, title }) => (
            <li key={id}>
              {ways.length > 1 && <bdi>{title}: </bdi>}
              {ways.map(({ name, source, prefill }) => (
                <a key={source} href={prefill(id)} dir="auto" className="me-3 text-accent underline">
                  {ways.length > 1 ? name : title}
                </a>
              ))}
            </li>
          ))}
        </ul>
        <p className="mt-2 text-muted">{prefillHint}</p>
      </details>
    </text-picker>
  );
}
