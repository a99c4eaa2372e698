import type { IncomingMessage } from "node:http";
import accepts from "accepts";
import { parse } from "cookie";
import type { Request } from "express";
import { LRUCache } from "lru-cache";
import type { OwnTexts } from "~/i18n";
import { type Language, type Words, wordsIn } from "~/i18n";
import { isOffered, languageFor } from "~/models/core/settings/languages";
import type { Settings } from "~/models/core/settings/table";
import { readTimeZone } from "~/models/core/text/time-zone";
import { portalFor } from "./portal.server";

export const languageCookie = "language";
/** The cookie with the browser's time zone, written by app/browser/own-zone.ts. */
export const zoneCookie = "zone";

/** In the language of the address (`?lang=de`, for this page alone), else the one chosen before, else the one the browser asks for. */
export function requestWords(request: Request): Words {
  const { lang } = request.query;
  const { settings, texts } = portalFor(request);
  const cookies = parse(request.headers.cookie ?? "");
  const language = isOffered(settings, lang) ? lang : requestLanguage(request, cookies, settings);
  return wordsIn(language, { timeZone: settings.timeZone, texts });
}

/** The language chosen before, in a cookie, else the one that the browser asks for. */
export function requestLanguage(
  request: IncomingMessage,
  cookies: Record<string, string | undefined>,
  settings: Settings,
): Language {
  const chosen = cookies[languageCookie];
  return isOffered(settings, chosen) ? chosen : acceptedLanguage(request, settings);
}

/** What Accept-Language lines mean; browsers send few different ones. */
const understood = new LRUCache<string, Language>({ max: 500 });

function acceptedLanguage(request: IncomingMessage, settings: Settings): Language {
  const offered = settings.languages;
  const line = `${offered} ${settings.defaultLanguage} ${request.headers["accept-language"] ?? ""}`;
  let language = understood.get(line);
  if (!language) {
    // Whoever asks for none of them, or for any, gets the first.
    const best = [languageFor(settings), ...offered];
    understood.set(line, (language = languageFor(settings, accepts(request).languages(best))));
  }
  return language;
}

const utc = "UTC";

/**
 * The same words by the clock of somebody who is signed in: the one that they have chosen, else the one of their
 * browser. Visitors read the portal's, since one page serves them all.
 */
export function ownWords(words: Words, chosen: string, cookie: string | undefined, texts: OwnTexts): Words {
  const zones = [chosen, cookie].map((zone) => knownZone(zone));
  return wordsIn(words.language, { timeZone: zones.find((zone) => zone !== utc) ?? words.timeZone, texts });
}

/** There are few, and to check one takes longer than to remember it. */
const checked = new LRUCache<string, string>({ max: 500 });

function knownZone(text = utc): string {
  let zone = checked.get(text);
  if (!zone) checked.set(text, (zone = readTimeZone(text) ?? utc));
  return zone;
}
