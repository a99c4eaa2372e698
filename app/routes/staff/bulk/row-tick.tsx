import type { InboxNoun } from "#db/schema/feedback/inbox";
import type { Chosen } from "~/models/core/bulk/limits";
import { useWords } from "~/ui/frame";

interface Props {
  noun: InboxNoun;
  /** How a form names it. */
  value: string | number;
  title: string;
  chosen: Chosen | undefined;
}

/** The box of a row that is ticked to choose it. */
export function RowTick({ noun, value, title, chosen }: Props) {
  const { t } = useWords();
  return (
    <input
      type="checkbox"
      name={noun}
      value={value}
      defaultChecked={chosen !== undefined}
      disabled={chosen === "found"}
      data-key="x"
      aria-label={t("inbox.tick", { title })}
      className="mt-1 size-4 shrink-0 accent-accent"
    />
  );
}
