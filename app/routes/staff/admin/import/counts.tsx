import type { ParseKeys } from "i18next";
import { useWords } from "~/ui/frame";

export const countNames = ["post", "vote", "follow", "comment", "answer", "merge", "people", "refused"] as const;

/** How many of what; what there is none of is left out, but for posts. */
export function Counts({ counts }: { counts: Partial<Record<(typeof countNames)[number], number>> }) {
  const { t, number } = useWords();
  const shown = countNames.filter((name) => counts[name] || name === "post");
  return (
    <dl className="flex flex-wrap gap-x-6 gap-y-2">
      {shown.map((name) => (
        <div key={name}>
          <dt className="text-sm text-muted">{t(`importStaff.count.${name}` satisfies ParseKeys)}</dt>
          <dd className="text-lg tabular-nums">{number(counts[name] ?? 0)}</dd>
        </div>
      ))}
    </dl>
  );
}
