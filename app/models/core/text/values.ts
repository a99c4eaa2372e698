/** What people's addresses and cookies say, by its type; undefined for what is not of it. */

const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;

export const isId = (value: unknown): value is string => typeof value === "string" && uuid.test(value);

/** The number of a row or of a post: whole, from 1, and none that the database could not count to. */
export const readNumber = (text: unknown): number | undefined =>
  typeof text === "string" && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;

/** A moment between the years 1 and 9999, which databases and calendars agree on. */
export function readMoment(text: string): Date | undefined {
  if (!/^\d{4}-\d\d-\d\d(?:T[\d:.]{5,12}Z)?$/.test(text)) return;
  const moment = new Date(text);
  return Number.isNaN(moment.getTime()) || moment.getUTCFullYear() < 1 ? undefined : moment;
}

/** A day of the calendar in those years, as it was written: `2026-03-31`. */
export function readDay(text: string): string | undefined {
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? readMoment(text) : undefined;
  return day?.toISOString().startsWith(text) ? text : undefined;
}
