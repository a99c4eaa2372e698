import { useWords } from "~/ui/frame";

/** How many rows are done; of how many, where that is known. */
export function Progress({ done, total }: { done: number; total: number }) {
  const { t, number } = useWords();
  if (total === 0) return <>{t("importStaff.read", { done: number(done) })}</>;
  // What came since the file was looked at counts for the end, too.
  const value = Math.min(done, total);
  return (
    <span className="block space-y-2">
      <span className="block tabular-nums">
        {t("importStaff.progress", { done: number(value), total: number(total) })}
      </span>
      <progress
        value={value}
        max={total}
        aria-label={t("importStaff.progressLabel")}
        className="w-full accent-accent"
      />
    </span>
  );
}
