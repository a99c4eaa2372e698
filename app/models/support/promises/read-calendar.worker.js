import ICAL from "ical.js";

/** @typedef {import("#db/schema/support/promises").Holiday} Holiday */

/** What the library takes long for stands in long lines. */
const longestLine = 4000;
/** What lasts longer is no holiday. */
const longestDays = 31;

const day = 24 * 3600 * 1000;

/**
 * The days of a calendar's file (RFC 5545): what lasts whole days, each of them; what comes again every year on the same date,
 * every year. What has a time of the day, or comes again otherwise, counts for its first days only, or not at all.
 * @param {{ text: string, most: number }} file with at most so many days
 * @returns {Holiday[] | undefined} undefined for what is no such file, and for one with more days
 */
export default function readCalendar({ text, most }) {
  const unfolded = text.replace(/\r?\n[ \t]/g, "");
  if (unfolded.split("\n").some((line) => line.length > longestLine)) return;
  const calendar = parse(unfolded);
  if (calendar?.name !== "vcalendar") return;
  /** @type {Holiday[]} */
  const holidays = [];
  for (const event of calendar.getAllSubcomponents("vevent")) {
    holidays.push(...daysOf(event));
    if (holidays.length > most) return;
  }
  return holidays;
}

/** @param {string} text */
function parse(text) {
  try {
    return new ICAL.Component(ICAL.parse(text));
  } catch {
    return;
  }
}

/**
 * @param {ICAL.Component} event
 * @returns {Holiday[]}
 */
function daysOf(event) {
  const first = dayIn(event, "dtstart");
  if (first === undefined) return [];
  const end = dayIn(event, "dtend") ?? first + day;
  const count = Math.min(longestDays, Math.max(1, Math.round((end - first) / day)));
  const name = String(event.getFirstPropertyValue("summary") ?? "");
  const start = isYearly(event) ? "MM-DD" : "YYYY-MM-DD";
  return Array.from({ length: count }, (_, i) => ({
    date: new Date(first + i * day).toISOString().slice(0, 10).slice(-start.length),
    name,
  }));
}

/**
 * Milliseconds since 1970 of a whole day; undefined for a time of one.
 * @param {ICAL.Component} event
 * @param {string} property
 */
function dayIn(event, property) {
  const value = event.getFirstPropertyValue(property);
  if (!(value instanceof ICAL.Time) || !value.isDate) return;
  const moment = Date.UTC(value.year, value.month - 1, value.day);
  return Number.isNaN(moment) || value.year < 1900 || value.year > 9999 ? undefined : moment;
}

/**
 * Every year on the same date, without an end.
 * @param {ICAL.Component} event
 */
function isYearly(event) {
  const rule = event.getFirstPropertyValue("rrule");
  if (!(rule instanceof ICAL.Recur)) return false;
  const isOnDate = Object.keys(rule.parts).every((part) => part === "BYMONTH" || part === "BYMONTHDAY");
  return rule.freq === "YEARLY" && rule.interval === 1 && !rule.until && !rule.count && isOnDate;
}
