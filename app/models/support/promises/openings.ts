import { Temporal } from "temporal-polyfill";
import type { Schedule } from "./schedule";

/** Open from one moment to another, in milliseconds since 1970. */
interface Opening {
  from: number;
  to: number;
  /** Open milliseconds of the month before it. */
  before: number;
}

interface Month {
  /** When the next one begins. */
  end: number;
  openings: Opening[];
  total: number;
}

/**
 * A schedule's openings month by month, each worked out once. A month is a number: the months since January of the year 0,
 * on the calendar of the schedule's place.
 */
class Openings {
  readonly #schedule: Schedule;
  readonly #months = new Map<number, Month>();

  constructor(schedule: Schedule) {
    this.#schedule = schedule;
  }

  monthAt(moment: number): number {
    const date = new Date(moment);
    const utc = date.getUTCFullYear() * 12 + date.getUTCMonth();
    // No place is more than a day away from that.
    return [utc - 1, utc].find((month) => this.holds(month, moment)) ?? utc + 1;
  }

  /** Whether a moment, not before the month, is within it. */
  holds = (month: number, moment: number): boolean => moment < this.#month(month).end;

  total = (month: number): number => this.#month(month).total;

  /** Open milliseconds of a month until a moment in it. */
  openUntil(month: number, moment: number): number {
    const opening = last(this.#month(month).openings, ({ from }) => from <= moment);
    return opening ? opening.before + Math.min(moment, opening.to) - opening.from : 0;
  }

  /** The first moment of a month until which it was open for so many milliseconds, of which it has at least as many. */
  momentOf(month: number, milliseconds: number): number {
    const opening = last(this.#month(month).openings, ({ before }) => before < milliseconds);
    if (!opening) throw new RangeError("Less than a moment has no end.");
    return opening.from + milliseconds - opening.before;
  }

  #month(number: number): Month {
    const known = this.#months.get(number);
    if (known) return known;
    const month = openingsIn(this.#schedule, number);
    this.#months.set(number, month);
    return month;
  }
}

const known = new WeakMap<Schedule, Openings>();

/** Of the same schedule always the same ones. */
export function openingsOf(schedule: Schedule): Openings {
  const before = known.get(schedule);
  if (before) return before;
  const openings = new Openings(schedule);
  known.set(schedule, openings);
  return openings;
}

function openingsIn({ timeZone, week, holidays }: Schedule, number: number): Month {
  const openings: Opening[] = [];
  let total = 0;
  const first = new Temporal.PlainDate(Math.floor(number / 12), (number % 12) + 1, 1);
  const next = first.add({ months: 1 });
  for (let date = first; !date.equals(next); date = date.add({ days: 1 })) {
    // Where a place changes sides of the date line, a day is left out.
    if (!date.toZonedDateTime(timeZone).toPlainDate().equals(date)) continue;
    const name = date.toString();
    if (holidays.has(name) || holidays.has(name.slice(-5))) continue;
    for (const span of week[date.dayOfWeek - 1] ?? []) {
      // A time that a day jumps over comes later by that, one that it has twice is the first: so hours can overlap.
      const from = Math.max(momentOn(date, span.from, timeZone), openings.at(-1)?.to ?? 0);
      const to = momentOn(date, span.to, timeZone);
      if (to <= from) continue;
      openings.push({ from, to, before: total });
      total += to - from;
    }
  }
  return { end: momentOn(next, 0, timeZone), openings, total };
}

function momentOn(date: Temporal.PlainDate, minutes: number, timeZone: string): number {
  const day = minutes < 24 * 60 ? date : date.add({ days: 1 });
  const time = new Temporal.PlainTime(Math.floor(minutes / 60) % 24, minutes % 60);
  return day.toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds;
}

/** The last one of which it is so, where it is so of the first ones and no others. */
function last<T>(sorted: readonly T[], isSo: (one: T) => boolean): T | undefined {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isSo(sorted[middle] as T)) low = middle + 1;
    else high = middle;
  }
  return sorted[low - 1];
}
