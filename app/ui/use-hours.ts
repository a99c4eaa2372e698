import { useWords } from "./frame";

/** Says how long some seconds are, in hours, or in minutes where there are few of them. */
export function useHours(): (seconds: number) => string {
  const { language } = useWords();
  const say = (unit: "hour" | "minute", value: number) =>
    new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: 1 }).format(
      value,
    );
  return (seconds) => (seconds < 2 * 3600 ? say("minute", Math.floor(seconds / 60)) : say("hour", seconds / 3600));
}
