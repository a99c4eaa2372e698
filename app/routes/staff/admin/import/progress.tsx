import { useWords } from "~/ui/frame";
import { ProgressBar } from "~/ui/progress-bar";

/** How many rows are done; of how many, where that is known. */
export function Progress({ done, total }: { done: number; total: number }) {
  const { t, number } = useWords();
  if (total === 0) return <>{t("importStaff.read", { done: number(done) })}</>;
  // What came since the file was looked at counts for the end, too.
  const value = Math.min(done, total);
  return (
    <ProgressBar
      value={value}
      max={total}
      label={t("importStaff.progressLabel")}
      words={t("importStaff.progress", { done: number(value), total: number(total) })}
    />
  );
}
