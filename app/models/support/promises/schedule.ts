import { Temporal } from "temporal-polyfill";

/** Minutes since midnight, on the clock of the place; the end of a day is 1440. */
interface Span {
  from: number;
  /** Not before `from`; whatever is later than 1440 is another day's, and stands there. */
  to: number;
}

/** When a team works. */
export interface Schedule {
  /** Such as `Europe/Berlin`. */
  timeZone: string;
  /** Of each day of the week, Monday first: spans in their order that do not touch. */
  week: readonly (readonly Span[])[];
  /** Days without hours: `2026-12-24` once, `12-24` in every year. */
  holidays: ReadonlySet<string>;
}

/** Hours as people name them; those that end before they begin last until the next day. */
export type NamedHours = readonly [from: string, to: string];

/** Of a day: its end, in minutes. */
const midnight = 24 * 60;

/**
 * A schedule of hours as people name them. Hours over midnight are those of two days; hours that overlap or touch are one span.
 * @param hours of each day of the week, Monday first, such as `["09:00", "17:00"]`; `24:00` is the end of the day
 * @throws {RangeError} for a time zone or a time that there is not
 */
export function readSchedule(
  timeZone: string,
  hours: readonly (readonly NamedHours[])[],
  holidays: Iterable<string> = [],
): Schedule {
  Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(timeZone);
  const week = Array.from({ length: 7 }, (): Span[] => []);
  for (const [day, spans] of hours.entries()) {
    for (const [from, to] of spans.map((named) => named.map(readTime) as [number, number])) {
      if (from <= to) {
        week[day]?.push({ from, to });
        continue;
      }
      week[day]?.push({ from, to: midnight });
      week[(day + 1) % 7]?.push({ from: 0, to });
    }
  }
  return { timeZone, week: week.map(join), holidays: new Set(holidays) };
}

/** Minutes since midnight. */
function readTime(text: string): number {
  const [, hours = "", minutes = ""] = /^(\d\d?):(\d\d)$/.exec(text) ?? [];
  const read = Number(hours) * 60 + Number(minutes);
  if (hours === "" || Number(minutes) > 59 || read > midnight) throw new RangeError(`No time of a day: ${text}`);
  return read;
}

/** In their order, those that overlap or touch as one; without those that are empty. */
export function join(spans: readonly Span[]): Span[] {
  const joined: Span[] = [];
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (to <= from) continue;
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else joined.push({ from, to });
  }
  return joined;
}
