// What dates are written with beside digits, in the languages whose spreadsheets we have met.

/** With the months as Egypt, the Levant and the Maghreb call them. */
const languages = [
  "en",
  "en-GB",
  "de",
  "de-AT",
  "ar-EG",
  "ar-SY",
  "ar-DZ",
  "fr",
  "es",
  "it",
  "pt",
  "nl",
  "pl",
  "ru",
  "uk",
  "tr",
  "sv",
  "da",
  "nb",
  "fi",
];

interface Words {
  months: Map<string, number>;
  month: RegExp;
  weekday: RegExp;
}

let known: Words | undefined;

/** Made when the first date asks for it: the names come out of the tables that Node has of every language. */
function words(): Words {
  if (known) return known;
  const months = monthNames();
  known = { months, month: anyOf(months.keys()), weekday: anyOf(weekdayNames()) };
  return known;
}

/** A month's name becomes its number between two bars, so that it is told from days and years; weekdays go. */
export function numberMonths(text: string): string {
  const { months, month, weekday } = words();
  return text.replace(month, (name) => ` |${months.get(plain(name))}| `).replace(weekday, " ");
}

function monthNames(): Map<string, number> {
  const found = new Map<string, Set<number>>();
  for (let month = 1; month <= 12; month += 1) {
    for (const name of namesOf("month", new Date(Date.UTC(2021, month - 1, 8)))) {
      found.set(name, (found.get(name) ?? new Set()).add(month));
    }
  }
  for (const name of ["sept", "сен"]) found.set(name, new Set([9]));
  // A name that is one month here and another there says nothing.
  return new Map([...found].flatMap(([name, [month = 0, ...others]]) => (others.length > 0 ? [] : [[name, month]])));
}

function weekdayNames(): Set<string> {
  const days = Array.from({ length: 7 }, (_, i) => new Date(Date.UTC(2021, 7, 1 + i)));
  return new Set(days.flatMap((day) => namesOf("weekday", day)).concat("thurs", "tues", "thur"));
}

/** In every language, long and short, alone and beside a day, which changes the word in some. */
function namesOf(part: "month" | "weekday", date: Date): string[] {
  const names = languages.flatMap((language) =>
    (["long", "short"] as const).flatMap((length) =>
      [{}, { day: "numeric" } as const].map((beside) => {
        const format = new Intl.DateTimeFormat(`${language}-u-nu-latn-ca-gregory`, {
          [part]: length,
          ...beside,
          timeZone: "UTC",
        });
        return plain(format.formatToParts(date).find(({ type }) => type === part)?.value ?? "");
      }),
    ),
  );
  return names.filter((name) => name.length > 1 && !/\d/.test(name));
}

const plain = (name: string): string =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[.\u200E\u200F]/g, "")
    .trim();

/** The longest first, as words of their own, with or without a full stop. */
function anyOf(names: Iterable<string>): RegExp {
  const longest = [...names].sort((a, b) => b.length - a.length);
  return new RegExp(`(?<![\\p{L}\\p{M}])(?:${longest.join("|")})(?![\\p{L}\\p{M}])\\.?`, "giu");
}

/** Hours that the abbreviations of RFC 2822, and those of Europe, are away from UTC; others mean several zones. */
export const zones: Readonly<Record<string, number>> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  west: 1,
  cet: 1,
  mez: 1,
  cest: 2,
  mesz: 2,
  eet: 2,
  eest: 3,
  msk: 3,
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
};

const halves: [RegExp, string][] = [
  [/(?<![\p{L}\p{M}])(?:ص|صباحا|صباحًا|am|a\. ?m\.|öö)(?![\p{L}\p{M}])|上午|午前|오전/giu, " am "],
  [/(?<![\p{L}\p{M}])(?:م|مساء|مساءً|pm|p\. ?m\.|ös)(?![\p{L}\p{M}])|下午|午後|오후/giu, " pm "],
  [/(?<=\d)([ap])\.?m\.?(?![\p{L}\p{M}])/giu, " $1m "],
];

/** Words between the parts of a date. */
const fillers =
  /(?<![\p{L}\p{M}])(?:at|on|of|um|uhr|am|den|der|de|del|à|alle|om|kl|klo|об|в|г|р|год|року|في|الساعة|،)(?![\p{L}\p{M}])\.?/giu;

/** Characters; what is longer is no date, and is not worked on. */
const longest = 200;

/** The same text with one kind of digits, of spaces and of halves of the day. */
export function plainDate(text: string): string {
  let plainer = text
    .slice(0, longest)
    .normalize("NFKC")
    .replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, "")
    .replace(/(\d)\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]/g, "$1-$2-$3 ")
    .replace(/[\s,،@]+/g, " ")
    .trim();
  for (const [half, word] of halves) plainer = plainer.replace(half, word);
  return plainer.replace(/\s+/g, " ").trim();
}

export const withoutFillers = (text: string): string => text.replace(fillers, " ");
