import { useWords } from "~/ui/frame";

export const inHours = (seconds: number): number => Math.round(seconds / 360) / 10;

/** Says seconds in hours, and a dash for none. */
export function useHours(): (seconds: number | null | undefined) => string {
  const { t, number } = useWords();
  return (seconds) => {
    if (seconds === undefined || seconds === null) return "–";
    const count = inHours(seconds);
    return t("insights.answers.hours", { count, hours: number(count) });
  };
}
