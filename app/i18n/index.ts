import i18next, { type TFunction } from "i18next";
import { LRUCache } from "lru-cache";
import ar from "./ar";
import de from "./de";
import en from "./en";
import { defaultLanguage, directionOf, type Language } from "./languages";

export * from "./languages";

/** Words, dates and numbers as the readers of one language expect them. */
export interface Words {
  language: Language;
  direction: "ltr" | "rtl";
  /** Whose clock moments are told by, as IANA names it. */
  timeZone: string;
  t: TFunction;
  /** `12 Mar 2026`; what is a day of the calendar already, such as the first of a week, is that day on every clock */
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

const catalogues: Record<Language, object> = { en, de, ar };
/** In so many languages and zones; each of them has some hundred kilobytes of its own. */
const mostSpoken = 100;
const spoken = new LRUCache<string, Words>({ max: mostSpoken });

/** The words of a language, kept once made; dates as the clocks of a time zone show them, named as IANA does. */
export function wordsIn(language: Language, timeZone = "UTC"): Words {
  const key = `${language} ${timeZone}`;
  let words = spoken.get(key);
  if (!words) spoken.set(key, (words = createWords(language, timeZone)));
  return words;
}

function createWords(language: Language, timeZone: string): Words {
  const date = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone });
  const calendarDate = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone: "UTC" });
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
    timeZone,
    t: (translators[language] ??= createTranslator(language)),
    date: (at) => (isCalendarDay(at) ? calendarDate : date).format(new Date(at)),
    day: (at) => day.format(new Date(at)),
    moment: (at) => `${moment.format(new Date(at))}${clock}`,
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
    compact: (value) => compact.format(value),
    list: (items) => list.format(items),
  };
}

const isCalendarDay = (at: Date | string): boolean => typeof at === "string" && /^\d{4}-\d\d-\d\d$/.test(at);

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
  return remembering(instance.t);
}

/** Counts that are worth remembering; there are as many sentences as this for each that counts. */
const usualCounts = 100;

/**
 * Looks up once what sounds the same every time: sentences without gaps, and those with nothing but a usual count. A
 * page has hundreds of them, and looking them up was an eighth of its work.
 */
function remembering(t: TFunction): TFunction {
  const look = t as unknown as (key: string, params?: Record<string, unknown>) => string;
  const sentences = new Map<string, string>();
  const translate = (key: string, params?: Record<string, unknown>): string => {
    if (params && !isUsualCount(params)) return look(key, params);
    const place = params ? `${key} ${params.count}` : key;
    const known = sentences.get(place);
    if (known !== undefined) return known;
    const sentence = look(key, params);
    // Where there is no such key it comes back itself; of those there could be any number.
    if (sentence !== key) sentences.set(place, sentence);
    return sentence;
  };
  return translate as unknown as TFunction;
}

function isUsualCount(params: Record<string, unknown>): boolean {
  const { count } = params;
  return Number.isInteger(count) && Math.abs(count as number) < usualCounts && Object.keys(params).length === 1;
}
