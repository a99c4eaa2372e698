import type { Holiday } from "#db/schema/support/promises";
import { DomainError } from "../../core/domain-error";
import { decodeText } from "../../core/text/decode-text.server";
import { mostHolidays, readHolidays, writeHolidays } from "./holidays";
import { readCalendar } from "./read-calendar.server";

/** Calendars of holidays have some ten kilobytes. */
const mostBytes = 250_000;

interface Given {
  holidays: Holiday[];
  file?: File | undefined;
}

/** Days that are there already, and those of the file. Throws `calendarTooLarge`, `calendarUnreadable` or `tooManyHolidays`. */
export async function readCalendarFile({ holidays, file }: Given): Promise<Holiday[]> {
  if (!file?.size) throw new DomainError("calendarUnreadable");
  if (file.size > mostBytes) throw new DomainError("calendarTooLarge", { params: { kilobytes: mostBytes / 1000 } });
  const { text } = await decodeText(new Uint8Array(await file.arrayBuffer()));
  const found = await readCalendar(text);
  if (!found) throw new DomainError("calendarUnreadable");
  const all = readHolidays(writeHolidays([...holidays, ...found]));
  if (typeof all === "number") throw new DomainError("calendarUnreadable");
  if (all.length > mostHolidays) throw new DomainError("tooManyHolidays", { params: { max: mostHolidays } });
  return all;
}
