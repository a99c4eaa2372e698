import { button } from "./button";

interface Props {
  label: string;
  question: string;
  action: string;
  /** Fields that go along. */
  fields?: Record<string, string>;
  className: string;
}

/** A button that asks first; the question unfolds in place, with or without JavaScript. */
export function Confirmed({ label, question, action, fields = {}, className }: Props) {
  return (
    <details className="group open:w-full">
      <summary className={className}>{label}</summary>
      <form
        method="post"
        action={action}
        className="mt-2 flex flex-wrap items-center gap-3 rounded-lg bg-danger-soft p-3 text-sm"
      >
        {Object.entries(fields).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <span className="text-ink">{question}</span>
        <button type="submit" className={button("danger", "small")}>
          {label}
        </button>
      </form>
    </details>
  );
}
