import type { Verdict } from "~/models/core/bulk/verdict";
import { useWords } from "~/ui/frame";

interface Props {
  verdict: Verdict;
  /** Before it is done, after it, or after it was undone. */
  when: "before" | "after" | "undone";
}

/** What becomes of a post or a ticket in a bulk action, and why where nothing does. */
export function VerdictBadge({ verdict, when }: Props) {
  const { t } = useWords();
  const isGood = verdict === "changed";
  const looks = isGood
    ? "bg-green-soft text-green"
    : verdict === "same"
      ? "bg-slate-soft text-slate"
      : "bg-amber-soft text-amber";
  return <span className={`badge ${looks}`}>{t(isGood ? `bulk.verdict.${when}` : `bulk.verdict.${verdict}`)}</span>;
}
