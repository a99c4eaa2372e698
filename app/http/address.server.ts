import type { Request } from "express";
import { siteOrigin } from "./site-origin.server";

const mostPairs = 100;
const longestName = 100;
const longestValue = 2000;
/** What providers and the customer's own app sign is longer; most proxies pass no more on. */
const longestSigned = 8000;
const takesSigned = /^\/(?:sso|sign-in\/with\/[^/]+\/callback)$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the point
const controls = /[\u0000-\u001F\u007F-\u009F]/g;

/**
 * The full address that was asked for, as everything of ours reads it: below the site's own origin, whatever a proxy
 * made of it, and with a search part that holds neither controls (the database takes no NUL) nor more than anybody
 * could mean. What its values mean, `Query` reads (app/models/core/text/query).
 */
export function readAddress(request: Request, baseUrl: string | undefined): URL {
  const url = new URL(siteOrigin(request, baseUrl) + request.originalUrl);
  const pairs = [...url.searchParams];
  const most = takesSigned.test(url.pathname) ? longestSigned : longestValue;
  if (pairs.length > mostPairs || pairs.some((pair) => isOdd(pair, most)))
    url.search = String(new URLSearchParams(cleaned(pairs, most)));
  return url;
}

type Pair = [name: string, value: string];

const clean = (text: string): string => text.replace(controls, "");

const isOdd = ([name, value]: Pair, most: number): boolean =>
  name.length > longestName || value.length > most || clean(name) !== name || clean(value) !== value;

const cleaned = (pairs: Pair[], most: number): Pair[] =>
  pairs
    .filter(([name]) => name.length <= longestName)
    .slice(0, mostPairs)
    .map(([name, value]) => [clean(name), clean(value.slice(0, most))]);
