/**
 * Every language of the portal, in the order in which they are offered: a new one is a line here, its folder, and a line
 * in ./index.ts, which does not compile without it.
 */
const table = {
  en: { name: "English", direction: "ltr" },
  de: { name: "Deutsch", direction: "ltr" },
  ar: { name: "العربية", direction: "rtl" },
} as const satisfies Record<string, { name: string; direction: "ltr" | "rtl" }>;

export type Language = keyof typeof table;

export const languages = Object.keys(table) as [Language, ...Language[]];

export const defaultLanguage: Language = "en";

/** The name of a language, in that language. */
export const languageName = (language: Language): string => table[language].name;

export const directionOf = (language: Language): "ltr" | "rtl" => table[language].direction;

export const isLanguage = (value: unknown): value is Language => languages.includes(value as Language);

/** A language that somebody asked for or that was kept of them, if we speak it. */
export const spokenLanguage = (value: unknown): Language => (isLanguage(value) ? value : defaultLanguage);
