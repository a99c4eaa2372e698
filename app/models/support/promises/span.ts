import type { Words } from "~/i18n";
import { plainNumber } from "../../core/text/numerals";

const hour = 3600;
const minute = 60;

/** Seconds; what is longer than a year nobody promises. */
const longest = 366 * 24 * hour;
const longestText = 50;

const hours = /^(h|hrs?|hours?|std|stunden?|س|ساعة|ساعات)$/;
const minutes = /^(m|mins?|minutes?|minuten?|د|دقيقة|دقائق)$/;

/**
 * A span of time as people type it, such as `4`, `4.5 h`, `1:30` or `1 h 30 min`; a number alone is hours.
 * @returns seconds; undefined for what is none, or longer than a year
 */
export function readSpan(text: string): number | undefined {
  if (text.length > longestText) return;
  const typed = plainNumber(text).toLowerCase().replaceAll(",", ".");
  const [, clockHours, clockMinutes] = /^(\d{1,4}):([0-5]\d)$/.exec(typed) ?? [];
  const seconds = clockHours ? Number(clockHours) * hour + Number(clockMinutes) * minute : sumOf(typed);
  return seconds !== undefined && seconds >= minute && seconds <= longest ? seconds : undefined;
}

function sumOf(typed: string): number | undefined {
  const parts = [...typed.matchAll(/(\d+(?:\.\d+)?)\s*(\p{L}*)\.?\s*/gu)];
  if (parts.map(([part]) => part).join("") !== typed || parts.length > 2) return;
  const lengths = parts.map(([, number, unit = ""]) => Number(number) * lengthOf(unit, parts.length === 1));
  return Math.round(lengths.reduce((sum, length) => sum + length, 0)) || undefined;
}

function lengthOf(unit: string, isAlone: boolean): number {
  if (hours.test(unit) || (unit === "" && isAlone)) return hour;
  return minutes.test(unit) ? minute : Number.NaN;
}

/** A span of seconds in words that {@link readSpan} reads, too: `4 h`, `1 h 30 min`. */
export function saySpan({ t }: Pick<Words, "t">, seconds: number): string {
  const rounded = Math.round(seconds / minute);
  const [whole, rest] = [Math.floor(rounded / 60), rounded % 60];
  const parts = [
    whole > 0 && t("deskSettings.span.hours", { hours: whole }),
    rest > 0 && t("deskSettings.span.minutes", { minutes: rest }),
  ];
  return parts.filter((part) => typeof part === "string").join(" ");
}
