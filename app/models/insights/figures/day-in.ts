import { Temporal } from "temporal-polyfill";

/** The day that a clock shows, by its time zone as IANA names it: `2026-11-30`. */
export const dayIn = (timeZone: string, at: Date): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString();
