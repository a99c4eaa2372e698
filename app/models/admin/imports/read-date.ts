import { numberMonths, plainDate, withoutFillers, zones } from "./date-words";

/** Which of two small numbers with a slash or a hyphen between them is the day. */
export type DateOrder = "day-first" | "month-first";

/** Years that a report can come from; the rest are slips, and would stand first or last for ever. */
const years = { first: 1970, last: 2099 } as const;

/** Characters. Nothing longer is a date. */
const longest = 100;

/**
 * Reads a date in all the forms that spreadsheets and programs write: ISO 8601, `30.09.2021 10:15`, `9/30/21 4:05 PM`,
 * `Sep 30, 2021`, `Thu, 30 Sep 2021 16:05:00 +0200`, days since 1900 as Excel counts them, and seconds, milliseconds or
 * microseconds since 1970; UTC where it names no zone. Undefined for anything else, such as 31 February, and for
 * `03/04/2025` unless `order` says which of the two it is.
 */
export function readDate(text: string, order?: DateOrder): Date | undefined {
  if (text.length > longest) return;
  const date = readIso(text.trim()) ?? readOther(plainDate(text), order);
  const year = date?.getUTCFullYear() ?? 0;
  return year >= years.first && year <= years.last ? date : undefined;
}

function readOther(plain: string, order: DateOrder | undefined): Date | undefined {
  const spaced = plain.replace(compactTime, "$1-$2-$3 $4:$5:$6 ");
  return readCount(plain) ?? readIso(spaced) ?? readWritten(spaced, order);
}

/** `20210930T160500Z`, as calendars write it. */
const compactTime = /^(\d{4})(\d\d)(\d\d)T?(\d\d)(\d\d)(\d\d)(?=\D|$)/;

/** The order that a date can only have, or `either` where it could be two days. Undefined where it matters not. */
export function orderOf(text: string): DateOrder | "either" | undefined {
  const [dayFirst, monthFirst] = [readDate(text, "day-first"), readDate(text, "month-first")];
  if (!dayFirst || !monthFirst) return;
  if (dayFirst.getTime() !== monthFirst.getTime()) return "either";
  const parts = numeric.exec(splitTime(plainDate(text)).day);
  if (!parts || parts[2] === "." || parts[1]?.length === 4) return;
  const [first, second] = [Number(parts[1]), Number(parts[3])];
  if (first === second) return;
  return first > 12 ? "day-first" : "month-first";
}

const iso =
  /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(?: ?(?:(Z|UTC|GMT)|([+-]\d\d)(?::?(\d\d))?))?)?$/i;

function readIso(text: string): Date | undefined {
  const parts = iso.exec(text);
  if (!parts) return;
  const [, day = "", time = "00:00", seconds = "00", fraction = "", , zoneHours = "+00", zoneMinutes = "00"] = parts;
  const local = `${day}T${time}:${seconds}.${fraction.padEnd(3, "0").slice(0, 3)}`;
  // JavaScript takes 31 February for 3 March.
  if (valid(new Date(`${local}Z`))?.toISOString() !== `${local}Z`) return;
  return valid(new Date(`${local}${zoneHours}:${zoneMinutes}`));
}

/** Days from 30 December 1899 to 1970, as spreadsheets count, and to 2100. */
const serials = { first: 25_569, last: 73_050 } as const;

function readCount(text: string): Date | undefined {
  if (/^\d{9,10}(\.\d+)?$/.test(text)) return new Date(Number(text) * 1000);
  if (/^\d{12,13}$/.test(text)) return new Date(Number(text));
  if (/^\d{15,16}$/.test(text)) return new Date(Math.floor(Number(text) / 1000));
  // A comma has become a space.
  const days = /^\d{5}(?:[. ]\d+)?$/.test(text) ? Number(text.replace(" ", ".")) : 0;
  if (days < serials.first || days > serials.last) return;
  // A second has no exact fraction of a day.
  return new Date(Math.round((days - serials.first) * 86_400) * 1000);
}

interface Split {
  day: string;
  /** Minutes after midnight, and seconds after those; undefined where no clock shows such a time. */
  minutes: number | undefined;
  seconds: number;
  /** Minutes that its zone is ahead of UTC; undefined where nobody knows. */
  zone: number | undefined;
}

const clock =
  /(?:(?<=^|[\sT])([ap])m )?(?<=^|[\sT])(\d{1,2})(?::(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)?|\.(\d\d)(?:\.(\d\d))?(?= |$))(?: ([ap])m(?= |$))?/i;
const hourAlone = /(?<=^| )(\d{1,2}) ([ap])m(?= |$)/i;
const offset = /^ ?\(?(?:utc|gmt)? ?([+-])(\d{1,2}):?(\d\d)?\)?(?= |$)/i;
const zoneName = /^ ?\(?([a-z]{1,4})\)?(?= |$)/i;

function splitTime(text: string): Split {
  const found = clock.exec(text) ?? hourAlone.exec(text);
  if (!found) return { day: text, minutes: 0, seconds: 0, zone: 0 };
  const isAlone = found.length === 3;
  const [hour, minute, second] = isAlone ? [found[1], "0"] : [found[2], found[3] ?? found[5], found[4] ?? found[6]];
  const half = (isAlone ? found[2] : (found[1] ?? found[7]))?.toLowerCase();
  const after = withoutFillers(text.slice(found.index + found[0].length)).replace(/ +/g, " ");
  const { zone, rest } = readZone(after);
  const minutes = minutesOf(Number(hour), Number(minute), half);
  const seconds = Number(second ?? 0);
  return {
    day: `${text.slice(0, found.index).replace(/T$/, "")} ${rest}`,
    minutes: seconds < 60 ? minutes : undefined,
    seconds,
    zone,
  };
}

function minutesOf(hour: number, minute: number, half: string | undefined): number | undefined {
  if (minute > 59 || hour > 23 || (half && (hour < 1 || hour > 12))) return;
  return (half ? (hour % 12) + (half === "p" ? 12 : 0) : hour) * 60 + minute;
}

function readZone(text: string): { zone: number | undefined; rest: string } {
  const found = offset.exec(text);
  if (found) {
    const ahead = Number(found[2]) * 60 + Number(found[3] ?? 0);
    return {
      zone: ahead > 14 * 60 ? undefined : ahead * (found[1] === "-" ? -1 : 1),
      rest: withoutNotes(text.slice(found[0].length)),
    };
  }
  const name = zoneName.exec(text);
  const hours = zones[name?.[1]?.toLowerCase() ?? ""];
  if (!name || hours === undefined) return { zone: 0, rest: withoutNotes(text) };
  const further = offset.exec(text.slice(name[0].length));
  return further
    ? readZone(text.slice(name[0].length))
    : { zone: hours * 60, rest: withoutNotes(text.slice(name[0].length)) };
}

/** `(Central European Summer Time)` says again what stands before it. */
const withoutNotes = (text: string): string => text.replace(/\([^()]*\)/g, " ");

function readWritten(text: string, order: DateOrder | undefined): Date | undefined {
  const { day, minutes, seconds, zone } = splitTime(text);
  const midnight = readNumeric(day.trim(), order) ?? readWorded(day);
  if (midnight === undefined || minutes === undefined || zone === undefined) return;
  return new Date(midnight + ((minutes - zone) * 60 + seconds) * 1000);
}

const numeric = /^\s*(\d{1,4}) ?([./-]) ?(\d{1,2}) ?\2 ?(\d{1,4})\.?\s*$/;
const compact = /^((?:19|20)\d\d)(\d\d)(\d\d)$/;

function readNumeric(text: string, order: DateOrder | undefined): number | undefined {
  const [, year, month, date] = compact.exec(text) ?? [];
  if (year) return dayOf(year, Number(month), Number(date));
  const [, first = "", sign, second = "", third = ""] = numeric.exec(text) ?? [];
  if (!sign) return;
  if (first.length === 4) return dayOf(first, Number(second), Number(third));
  const dayFirst = dayOf(third, Number(second), Number(first));
  const monthFirst = dayOf(third, Number(first), Number(second));
  if (dayFirst === undefined || monthFirst === undefined || dayFirst === monthFirst) return dayFirst ?? monthFirst;
  // Where full stops are written, the day comes first.
  if (sign === "." || order === "day-first") return dayFirst;
  return order && monthFirst;
}

/** `30 Sep 2021`, `Sep 30, 2021`, `30-Sep-21` or `2021 Sep 30`, in any of the languages. */
function readWorded(text: string): number | undefined {
  if (!/\p{L}/u.test(text)) return;
  const parts = withoutFillers(numberMonths(text).replace(/(\d)(?:st|nd|rd|th|er|º|ª)(?!\p{L})/giu, "$1"))
    .split(/[\s./'’-]+/)
    .filter(Boolean);
  const place = parts.findIndex((part) => part.startsWith("|"));
  const month = Number(parts[place]?.slice(1, -1));
  const [first = "", second = "", ...others] = parts.filter((_, i) => i !== place);
  if (place < 0 || others.length > 0 || !/^\d{1,4}$/.test(first) || !/^\d{1,4}$/.test(second)) return;
  return first.length === 4 ? dayOf(first, month, Number(second)) : dayOf(second, month, Number(first));
}

/** Midnight of a day by UTC, if there was such a day. */
function dayOf(yearText: string, month: number, day: number): number | undefined {
  if (yearText.length !== 4 && yearText.length !== 2) return;
  const year = yearText.length === 4 ? Number(yearText) : Number(yearText) + (Number(yearText) < 70 ? 2000 : 1900);
  const date = new Date(Date.UTC(year, month - 1, day));
  const isSame = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isSame ? date.getTime() : undefined;
}

function valid(date: Date): Date | undefined {
  return Number.isNaN(date.getTime()) ? undefined : date;
}
