import type { Understood } from "~/models/feedback/search/results";
import { useWords } from "~/ui/frame";

/** Says which words were corrected or left out of a search. */
export function Understanding({ understood: { corrected, dropped } }: { understood: Understood }) {
  const { t, list } = useWords();
  if (corrected.length + dropped.length === 0) return null;
  return (
    <div className="mb-4 text-sm text-muted">
      {corrected.map(({ from, to }) => (
        <p key={from}>{t("search.corrected", { from, to })}</p>
      ))}
      {dropped.length > 0 && <p>{t("search.dropped", { count: dropped.length, words: list(dropped) })}</p>}
    </div>
  );
}
