import i18next, { type TFunction } from "i18next";
import ar from "./ar";
import de from "./de";
import en from "./en";

export const languages = ["en", "de", "ar"] as const;
export type Language = (typeof languages)[number];
export const defaultLanguage: Language = "en";

/** Each language in its own words. */
export const languageNames: Record<Language, string> = { en: "English", de: "Deutsch", ar: "العربية" };

export const directionOf = (language: Language): "ltr" | "rtl" => (language === "ar" ? "rtl" : "ltr");

export const isLanguage = (value: unknown): value is Language => languages.includes(value as Language);

/** Words, dates and numbers as the readers of one language expect them. */
export interface Words {
  language: Language;
  direction: "ltr" | "rtl";
  t: TFunction;
  /** `12 Mar 2026` */
  date(at: Date | string): string;
  /** `12 March 2026` */
  day(at: Date | string): string;
  /** `12 March 2026 at 14:05`, with `UTC` where that is the clock */
  moment(at: Date | string): string;
  /** `12,345` */
  number(value: number): string;
  /** `87%`, of 0.87 */
  percent(share: number): string;
  /** `12K` */
  compact(value: number): string;
  /** `a, b and c` */
  list(items: string[]): string;
}

const catalogues = { en, de, ar };
const spoken = new Map<string, Words>();

/** The words of a language, made once; dates as the clocks of a time zone show them, named as IANA does. */
export function wordsIn(language: Language, timeZone = "UTC"): Words {
  const key = `${language} ${timeZone}`;
  let words = spoken.get(key);
  if (!words) spoken.set(key, (words = createWords(language, timeZone)));
  return words;
}

function createWords(language: Language, timeZone: string): Words {
  const date = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone });
  const day = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone });
  const moment = new Intl.DateTimeFormat(language, { dateStyle: "long", timeStyle: "short", timeZone });
  const clock = timeZone === "UTC" ? " UTC" : "";
  const number = new Intl.NumberFormat(language);
  const percent = new Intl.NumberFormat(language, { style: "percent" });
  const compact = new Intl.NumberFormat(language, { notation: "compact" });
  const list = new Intl.ListFormat(language);
  return {
    language,
    direction: directionOf(language),
    t: (translators[language] ??= createTranslator(language)),
    date: (at) => date.format(new Date(at)),
    day: (at) => day.format(new Date(at)),
    moment: (at) => `${moment.format(new Date(at))}${clock}`,
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
    compact: (value) => compact.format(value),
    list: (items) => list.format(items),
  };
}

const translators: Partial<Record<Language, TFunction>> = {};

function createTranslator(language: Language): TFunction {
  const instance = i18next.createInstance();
  instance.init({
    lng: language,
    fallbackLng: defaultLanguage,
    resources: { [language]: { translation: catalogues[language] }, en: { translation: en } },
    interpolation: { escapeValue: false },
    initAsync: false,
    showSupportNotice: false,
  } as Parameters<typeof instance.init>[0]);
  return instance.t;
}
