import { openingsOf } from "./openings";
import { join, type Schedule } from "./schedule";

/** For how long ahead a time is looked for: two years, in milliseconds. */
const horizon = 731 * 24 * 60 * 60 * 1000;

/** A stretch that does not count, such as waiting for the requester; without an end it still lasts. */
export interface Pause {
  from: Date;
  to: Date | null;
}

/**
 * Seconds of the schedule's hours between two moments, less those of the pauses; 0 where `to` is not after `from`. The
 * inverse of {@link due}. Without a schedule every hour counts.
 */
export function count(schedule: Schedule | null, from: Date, to: Date, pauses: readonly Pause[] = []): number {
  let milliseconds = between(schedule, +from, +to);
  for (const pause of apart(pauses, from)) milliseconds -= between(schedule, pause.from, Math.min(pause.to, +to));
  return milliseconds / 1000;
}

/**
 * When so many seconds of the schedule's hours will have passed: the first such moment, so that what is used up just at
 * closing is due at closing. The inverse of {@link count}.
 * @returns null where that is never, not within two years, or nobody can know, since a pause lasts still
 */
export function due(
  schedule: Schedule | null,
  from: Date,
  seconds: number,
  pauses: readonly Pause[] = [],
): Date | null {
  let left = seconds * 1000;
  let at: number = +from;
  for (const pause of apart(pauses, from)) {
    const open = between(schedule, at, pause.from);
    if (open >= left) break;
    left -= open;
    at = pause.to;
  }
  const moment = after(schedule, at, left, +from + horizon);
  return moment === null ? null : new Date(moment);
}

/** Pauses since then in their order, in milliseconds. */
const apart = (pauses: readonly Pause[], since: Date) =>
  join(pauses.map(({ from, to }) => ({ from: Math.max(+from, +since), to: to ? +to : Number.POSITIVE_INFINITY })));

/** Open milliseconds between two moments. */
function between(schedule: Schedule | null, from: number, to: number): number {
  if (to <= from) return 0;
  if (!schedule) return to - from;
  const openings = openingsOf(schedule);
  let month = openings.monthAt(from);
  let sum = -openings.openUntil(month, from);
  for (; !openings.holds(month, to); month += 1) sum += openings.total(month);
  return sum + openings.openUntil(month, to);
}

/** The first moment at which so many open milliseconds have passed; null where that is after the last one. */
function after(schedule: Schedule | null, from: number, milliseconds: number, last: number): number | null {
  if (from > last) return null;
  if (!schedule || milliseconds <= 0) return within(from + Math.max(0, milliseconds), last);
  const openings = openingsOf(schedule);
  let month = openings.monthAt(from);
  let left = milliseconds + openings.openUntil(month, from);
  for (; left > openings.total(month); month += 1) {
    if (openings.holds(month, last)) return null;
    left -= openings.total(month);
  }
  return within(openings.momentOf(month, left), last);
}

const within = (moment: number, last: number): number | null => (moment <= last ? moment : null);
