import type { Holiday } from "#db/schema/support/promises";
import { cleanLine } from "../../core/text/clean";
import { clip } from "../../core/text/clip.js";
import { plainDigits } from "../../core/text/numerals";

/** Of a schedule. */
export const mostHolidays = 500;
const longestName = 100;
/** Characters of all of them as text. */
export const longestHolidays = mostHolidays * (longestName + 15);

/** Days of each month, in a year that has them all. */
const lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Days as people type them, each on a line of its own: `2026-12-24 Christmas Eve` once, `12-24 Christmas Eve` every year; each
 * day once.
 * @returns the number of the first line that is none, from 1 on, where there is one
 */
export function readHolidays(text: string): Holiday[] | number {
  const found = new Map<string, Holiday>();
  for (const [i, line] of text.split("\n").entries()) {
    const cleaned = line === "" ? "" : cleanLine(line);
    if (cleaned === "") continue;
    const holiday = readHoliday(cleaned);
    if (!holiday) return i + 1;
    if (!found.has(holiday.date)) found.set(holiday.date, holiday);
  }
  return inOrder([...found.values()]);
}

function readHoliday(line: string): Holiday | undefined {
  const [date = "", ...words] = line.split(" ");
  const day = plainDigits(date.slice(0, 20));
  return isDate(day) ? { date: day, name: clip(words.join(" "), longestName) } : undefined;
}

function isDate(text: string): boolean {
  const [, year, month, day] = /^(?:(\d{4})-)?(\d\d)-(\d\d)$/.exec(text) ?? [];
  if (Number(day) < 1 || Number(day) > (lengths[Number(month) - 1] ?? 0)) return false;
  return !year || new Date(`${text}T00:00Z`).getUTCDate() === Number(day);
}

/** Those of every year first. */
const inOrder = (holidays: Holiday[]): Holiday[] =>
  holidays.toSorted((a, b) => a.date.length - b.date.length || (a.date < b.date ? -1 : 1));

/** As {@link readHolidays} reads them. */
export const writeHolidays = (holidays: Holiday[]): string =>
  holidays.map(({ date, name }) => `${date} ${name}`.trim()).join("\n");
