import type { TextsByLanguage } from "#db/schema/core/texts-by-language";
import { languages } from "~/i18n/languages";

/** What the team has written for readers of a language, or else in the first of the portal's that it has it in. */
export function textIn(texts: TextsByLanguage, language: string): string {
  const found = [language, ...languages].find((one) => texts[one]);
  return (found && texts[found]) ?? "";
}

/** Of what a form has in each language, that which says anything. */
export const written = (texts: TextsByLanguage): TextsByLanguage =>
  Object.fromEntries(languages.flatMap((one) => (texts[one] ? [[one, texts[one]]] : [])));
