import type { Language } from "~/i18n/languages";

/** The full address of a page in a language, or in the one that a reader's browser asks for. */
export function inLanguage(address: string, language?: Language): string {
  if (!language) return address;
  const url = new URL(address);
  url.searchParams.set("lang", language);
  return url.href;
}

/** The same in each of several languages. */
export const inLanguages = (address: string, languages: readonly Language[]): Partial<Record<Language, string>> =>
  Object.fromEntries(languages.map((language) => [language, inLanguage(address, language)]));
