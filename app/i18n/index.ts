import i18next, { type TFunction } from "i18next";
import { LRUCache } from "lru-cache";
import * as ar from "./ar";
import * as de from "./de";
import * as en from "./en";
import { defaultLanguage, directionOf, type Language } from "./languages";
import { type Merged, mergeTexts } from "./merge";
import type { OwnLook, OwnTexts } from "./own-texts";

export * from "./languages";
export type { OwnLook, OwnTexts } from "./own-texts";

type Plural = "zero" | "one" | "two" | "few" | "many" | "other";
type Stem<Name> = Name extends `${infer Stem}_${Plural}` ? Stem : Name;

/** The names of the sentences of a section; one for all its plural forms. */
export type TextsOf<Section extends keyof Merged<typeof en>> = Stem<keyof Merged<typeof en>[Section]>;

/** Words, dates and numbers as the readers of one language expect them. */
export interface Words {
  language: Language;
  direction: "ltr" | "rtl";
  /** Whose clock moments are told by, as IANA names it. */
  timeZone: string;
  /** Those of the portal that differ from the catalogues' (`OwnTexts.version`). */
  version: string;
  /** Of the portal; absent where nothing of it is known. */
  look?: OwnLook;
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
  /** `1.2 MB` */
  bytes(value: number): string;
  /** `a, b and c` */
  list(items: string[]): string;
}

const catalogues: Record<Language, object> = { en: mergeTexts(en), de: mergeTexts(de), ar: mergeTexts(ar) };
/** In so many languages and zones; each of them has some hundred kilobytes of its own. */
const mostSpoken = 100;
const spoken = new LRUCache<string, Words>({ max: mostSpoken });

/** How, beside in which language, somebody is spoken to. */
interface Manner {
  /** As IANA names it. */
  timeZone?: string;
  /** Of the portal; without them it speaks as the catalogues do. */
  texts?: OwnTexts;
}

/** The words of a language, kept once made; dates as the clocks of the time zone show them. */
export function wordsIn(language: Language, { timeZone = "UTC", texts }: Manner = {}): Words {
  const key = `${language} ${timeZone} ${texts?.version ?? ""}`;
  let words = spoken.get(key);
  if (!words) spoken.set(key, (words = createWords(language, timeZone, texts)));
  return words;
}

function createWords(language: Language, timeZone: string, texts: OwnTexts | undefined): Words {
  const date = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone });
  const calendarDate = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone: "UTC" });
  const day = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone });
  const moment = new Intl.DateTimeFormat(language, { dateStyle: "long", timeStyle: "short", timeZone });
  const clock = timeZone === "UTC" ? " UTC" : "";
  const number = new Intl.NumberFormat(language);
  const percent = new Intl.NumberFormat(language, { style: "percent" });
  const compact = new Intl.NumberFormat(language, { notation: "compact" });
  const unit = (unit: string) =>
    new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "short", maximumSignificantDigits: 2 });
  const sizes = { kilobyte: unit("kilobyte"), megabyte: unit("megabyte") };
  const list = new Intl.ListFormat(language);
  return {
    language,
    direction: directionOf(language),
    timeZone,
    version: texts?.version ?? "",
    look: texts?.look,
    t: translatorFor(language, texts),
    date: (at) => (isCalendarDay(at) ? calendarDate : date).format(new Date(at)),
    day: (at) => day.format(new Date(at)),
    moment: (at) => `${moment.format(new Date(at))}${clock}`,
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
    compact: (value) => compact.format(value),
    bytes: (value) =>
      value < 1e6 ? sizes.kilobyte.format(Math.max(1, Math.ceil(value / 1e3))) : sizes.megabyte.format(value / 1e6),
    list: (items) => list.format(items),
  };
}

const isCalendarDay = (at: Date | string): boolean => typeof at === "string" && /^\d{4}-\d\d-\d\d$/.test(at);

/** In every language as several portals, or one at several times, may speak. */
const mostTranslators = 30;
const translators = new LRUCache<string, TFunction>({ max: mostTranslators });

function translatorFor(language: Language, texts: OwnTexts | undefined): TFunction {
  const key = `${language} ${texts?.version ?? ""}`;
  let translator = translators.get(key);
  if (!translator) translators.set(key, (translator = createTranslator(language, texts)));
  return translator;
}

function createTranslator(language: Language, texts: OwnTexts | undefined): TFunction {
  const instance = i18next.createInstance();
  instance.init({
    lng: language,
    fallbackLng: defaultLanguage,
    resources: laidOver(texts, language, defaultLanguage),
    interpolation: { escapeValue: false },
    initAsync: false,
    showSupportNotice: false,
  } as Parameters<typeof instance.init>[0]);
  return remembering(instance.t);
}

/** Both catalogues, with what the portal says instead. */
function laidOver(texts: OwnTexts | undefined, ...spoken: Language[]) {
  const resources = spoken.map((language) => {
    if (!texts) return [language, { translation: catalogues[language] }];
    const translation: Record<string, object> = { ...catalogues[language] };
    for (const [section, said] of Object.entries(texts.said[language])) {
      translation[section] = { ...translation[section], ...said };
    }
    return [language, { translation }];
  });
  return Object.fromEntries(resources);
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
