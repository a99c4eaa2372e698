import { mostOfView } from "~/models/core/views/limits";
import { useWords } from "~/ui/frame";

/** How much a view shows, up to what is counted: `7`, `99+`, or `…` where it takes too long to tell. */
export function useCount(): (count: number | undefined) => string {
  const { t, number } = useWords();
  return (count) =>
    count === undefined
      ? "…"
      : count > mostOfView
        ? t("inboxViews.more", { shown: number(mostOfView) })
        : number(count);
}
