import { parse } from "cookie";
import type { Request } from "express";
import { defaultLanguage, isLanguage, languages, type Words, wordsIn } from "~/i18n";

export const languageCookie = "language";

/** In the language of the address (`?lang=de`), else the one chosen before, else the one the browser asks for. */
export function requestWords(request: Request): Words {
  const chosen = [request.query.lang, parse(request.headers.cookie ?? "")[languageCookie]].find(isLanguage);
  if (chosen) return wordsIn(chosen);
  const accepted = request.acceptsLanguages(...languages);
  return wordsIn(isLanguage(accepted) ? accepted : defaultLanguage);
}
