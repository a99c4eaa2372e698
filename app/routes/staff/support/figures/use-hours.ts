import { sayHours } from "~/models/insights/desk/say-hours";
import { useWords } from "~/ui/frame";

/** Says seconds in hours, and a dash for none. */
export function useHours(): (seconds: number | null | undefined) => string {
  const words = useWords();
  return (seconds) => sayHours(words, seconds);
}
