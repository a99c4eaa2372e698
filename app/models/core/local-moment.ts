import { Temporal } from "temporal-polyfill";
import { DomainError } from "./domain-error";

/** `2026-12-01T09:30`, as a browser sends what its reader chose, on the clock of their time zone. */
export function readLocalMoment(text: string, timeZone: string): Date {
  try {
    return new Date(Temporal.PlainDateTime.from(text).toZonedDateTime(timeZone).epochMilliseconds);
  } catch (error) {
    if (error instanceof RangeError) throw new DomainError("momentWrong", { field: "moment" });
    throw error;
  }
}

export function writeLocalMoment(at: Date | string, timeZone: string): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(new Date(at).getTime()).toZonedDateTimeISO(timeZone);
  return zoned.toPlainDateTime().toString({ smallestUnit: "minute" });
}
