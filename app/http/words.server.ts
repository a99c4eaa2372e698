import type { IncomingMessage } from "node:http";
import accepts from "accepts";
import { parse } from "cookie";
import type { Request } from "express";
import { LRUCache } from "lru-cache";
import { isLanguage, type Language, languages, spokenLanguage, type Words, wordsIn } from "~/i18n";
import { readTimeZone } from "~/models/telling/notifications/time-zone";

export const languageCookie = "language";
/** The cookie with the browser's time zone, written by app/browser/own-zone.ts. */
export const zoneCookie = "zone";

/** In the language of the address (`?lang=de`, for this page alone), else the one chosen before, else the one the browser asks for. */
export function requestWords(request: Request): Words {
  const { lang } = request.query;
  return wordsIn(isLanguage(lang) ? lang : requestLanguage(request, parse(request.headers.cookie ?? "")));
}

/** The language chosen before, in a cookie, else the one that the browser asks for. */
export function requestLanguage(request: IncomingMessage, cookies: Record<string, string | undefined>): Language {
  const chosen = cookies[languageCookie];
  return isLanguage(chosen) ? chosen : acceptedLanguage(request);
}

/** What Accept-Language lines mean; browsers send few different ones. */
const understood = new LRUCache<string, Language>({ max: 500 });

function acceptedLanguage(request: IncomingMessage): Language {
  const line = request.headers["accept-language"] ?? "";
  let language = understood.get(line);
  if (!language) {
    understood.set(line, (language = spokenLanguage(accepts(request).languages([...languages]))));
  }
  return language;
}

const utc = "UTC";

/**
 * The same words by the clock of somebody who is signed in: the one that they have chosen, else the one of their
 * browser. Visitors read UTC, since one page serves them all.
 */
export function ownWords({ language }: Words, chosen: string, cookie: string | undefined): Words {
  const zones = [chosen, cookie].map((zone) => knownZone(zone));
  return wordsIn(language, zones.find((zone) => zone !== utc) ?? utc);
}

/** There are few, and to check one takes longer than to remember it. */
const checked = new LRUCache<string, string>({ max: 500 });

function knownZone(text = utc): string {
  let zone = checked.get(text);
  if (!zone) checked.set(text, (zone = readTimeZone(text) ?? utc));
  return zone;
}
