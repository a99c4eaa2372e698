import { Temporal } from "temporal-polyfill";

/** On Mondays. */
const hour = 8;

const clockAt = (at: Date, timeZone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);

/** The Monday of somebody's week. */
const mondayOf = (clock: Temporal.ZonedDateTime): Temporal.PlainDate => {
  const today = clock.toPlainDate();
  return today.subtract({ days: today.dayOfWeek - 1 });
};

/** The Monday before which the last week ended, on somebody's clock: `2026-11-30`. */
export const lastWeekOf = (at: Date, timeZone: string): string => mondayOf(clockAt(at, timeZone)).toString();

/**
 * The week whose report is due by now, as its reader's clock has it; undefined while it is early on Monday.
 * @param since when somebody became its reader: what was due before then they do not get
 */
export function dueWeek(at: Date, { timeZone, since }: { timeZone: string; since: Date }): string | undefined {
  const clock = clockAt(at, timeZone);
  const monday = mondayOf(clock);
  const due = monday.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from({ hour }) });
  if (Temporal.ZonedDateTime.compare(due, clock) > 0 || due.epochMilliseconds < since.getTime()) return;
  return monday.toString();
}
