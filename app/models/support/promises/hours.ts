import type { NamedWeek } from "#db/schema/support/promises";
import { plainNumber } from "../../core/text/numerals";

/** Spans of a day. */
const mostSpans = 12;
const longestText = 400;

const midnight = 24 * 60;

/**
 * Hours of a day as people type them, such as `9-12, 13:00–17:30`; those that end before they begin last until the next day.
 * @returns undefined for what is none
 */
export function readHours(text: string): NamedWeek[number] | undefined {
  if (text.length > longestText) return;
  const spans = plainNumber(text)
    .split(/[,،;\n]/)
    .map((span) => span.trim())
    .filter(Boolean)
    .map(readSpanOfDay);
  if (spans.length > mostSpans) return;
  return spans.every((span) => span !== undefined) ? spans : undefined;
}

function readSpanOfDay(text: string): [string, string] | undefined {
  const [from, to, more] = text.split(/[-–—]/).map((time) => readTime(time.trim()));
  const isSpan = from !== undefined && to !== undefined && more === undefined && from !== to && from < midnight;
  return isSpan && text.split(/[-–—]/).length === 2 ? [writeTime(from), writeTime(to)] : undefined;
}

/** Minutes since midnight. */
function readTime(text: string): number | undefined {
  const [, hours, minutes = "0"] = /^(\d{1,2})(?:[:.]([0-5]\d))?$/.exec(text) ?? [];
  const read = Number(hours) * 60 + Number(minutes);
  return read <= midnight ? read : undefined;
}

const writeTime = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");

/** As {@link readHours} reads them: `09:00-12:00, 13:00-17:00`. */
export const writeHours = (spans: NamedWeek[number]): string => spans.map((span) => span.join("-")).join(", ");
