/** Names that the standard library still gives, and what the places are called today. */
const renamed: Record<string, string> = {
  "Africa/Asmera": "Africa/Asmara",
  "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
  "America/Catamarca": "America/Argentina/Catamarca",
  "America/Coral_Harbour": "America/Atikokan",
  "America/Cordoba": "America/Argentina/Cordoba",
  "America/Godthab": "America/Nuuk",
  "America/Indianapolis": "America/Indiana/Indianapolis",
  "America/Jujuy": "America/Argentina/Jujuy",
  "America/Louisville": "America/Kentucky/Louisville",
  "America/Mendoza": "America/Argentina/Mendoza",
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "Atlantic/Faeroe": "Atlantic/Faroe",
  "Europe/Kiev": "Europe/Kyiv",
  "Pacific/Enderbury": "Pacific/Kanton",
  "Pacific/Ponape": "Pacific/Pohnpei",
  "Pacific/Truk": "Pacific/Chuuk",
};

const todays = (zone: string): string => renamed[zone] ?? zone;

const supported = Intl.supportedValuesOf("timeZone").map(todays);

/** The time zones to choose from, by their current names. */
export const timeZones = [...new Set(["UTC", ...supported.sort()])];

const current = new Set(timeZones);

const longest = 50;

/** Today's name of whatever this machine takes for a time zone; undefined for anything else. */
export function readTimeZone(text: string): string | undefined {
  const name = text.trim().replaceAll(" ", "_");
  // To ask the standard library takes longer than to read the form that the name stands in.
  if (current.has(name)) return name;
  // An offset is no zone: it knows nothing of summer.
  if (name.length > longest || !/^[a-z]/i.test(name)) return;
  const timeZone = resolve(name);
  return timeZone && todays(timeZone);
}

function resolve(timeZone: string): string | undefined {
  try {
    return new Intl.DateTimeFormat("en", { timeZone }).resolvedOptions().timeZone;
  } catch {
    return;
  }
}
