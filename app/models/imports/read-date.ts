const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Years that a report can come from; the rest are slips, and would stand first or last for ever. */
const years = { first: 1970, last: 2099 } as const;

/**
 * Reads ISO 8601, `2023-08-26 06:33:37` (UTC when it names no zone), `30/Sep/21 17:20` as Jira writes it,
 * and seconds or milliseconds since 1970. Undefined for anything else, such as 31 February.
 */
export function readDate(text: string): Date | undefined {
  const date = readIso(text) ?? readJira(text) ?? readEpoch(text);
  const year = date?.getUTCFullYear() ?? 0;
  return year >= years.first && year <= years.last ? date : undefined;
}

const iso =
  /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(?: ?(?:(Z|UTC|GMT)|([+-]\d\d)(?::?(\d\d))?))?)?$/i;

function readIso(text: string): Date | undefined {
  const parts = iso.exec(text);
  if (!parts) return;
  const [, day = "", time = "00:00", seconds = "00", fraction = "", , zoneHours = "+00", zoneMinutes = "00"] = parts;
  const local = `${day}T${time}:${seconds}.${fraction.padEnd(3, "0").slice(0, 3)}`;
  // JavaScript takes 31 February for 3 March.
  if (!isSameText(new Date(`${local}Z`), local)) return;
  return valid(new Date(`${local}${zoneHours}:${zoneMinutes}`));
}

function isSameText(date: Date, text: string): boolean {
  return valid(date)?.toISOString() === `${text}Z`;
}

const jira = /^(\d{1,2})\/([a-z]{3})\/(\d\d|\d{4})(?: (\d{1,2}):(\d\d)(?: ?([ap])m)?)?$/i;

function readJira(text: string): Date | undefined {
  const parts = jira.exec(text);
  if (!parts) return;
  const [, day = "", month = "", year = "", hour = "0", minute = "00", half] = parts;
  const hours = half ? (Number(hour) % 12) + (half.toLowerCase() === "p" ? 12 : 0) : Number(hour);
  const two = (part: string | number) => String(part).padStart(2, "0");
  const monthNumber = months.indexOf(month.toLowerCase()) + 1;
  const fullYear = year.length === 4 ? year : `${Number(year) < 70 ? "20" : "19"}${year}`;
  return readIso(`${fullYear}-${two(monthNumber)}-${two(day)} ${two(hours)}:${minute}`);
}

function readEpoch(text: string): Date | undefined {
  if (/^\d{9,10}(\.\d+)?$/.test(text)) return new Date(Number(text) * 1000);
  return /^\d{12,13}$/.test(text) ? new Date(Number(text)) : undefined;
}

function valid(date: Date): Date | undefined {
  return Number.isNaN(date.getTime()) ? undefined : date;
}
