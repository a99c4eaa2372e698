import { mostOfView } from "~/models/core/views/limits";
import { useWords } from "~/ui/frame";

/** How much a view shows, up to what is counted: `7`, or `99+`. */
export function useCount(): (count: number) => string {
  const { t, number } = useWords();
  return (count) => (count > mostOfView ? t("inboxViews.more", { shown: number(mostOfView) }) : number(count));
}
