import type { IncomingMessage } from "node:http";
import { parse } from "cookie";
import type { Settings } from "~/models/core/settings/table";
import { readTheme, themeCookie } from "~/ui/theme";
import { readSessionCookie } from "../session-cookie";
import { toastCookie } from "../toast.server";
import { requestLanguage } from "../words.server";

/**
 * The addresses of the list, of posts and of articles. Of those, pages are kept whose loaders say what they show; search is not
 * among them, since hardly anybody looks for the same.
 */
const addresses = /^\/(?:posts\/\d{1,9}(?:\/[^/?]*)?|help(?:\/[^/?.]*|\/articles\/\d{1,9}(?:\/[^/?]*)?)?)?(?:\?(.*))?$/;
/** The query parameters that kept pages depend on; an address with others is not kept. */
const known = new Set(["board", "kind", "status", "tag", "sort", "after", "from", "lang"]);
const longest = 400;

/**
 * What a page depends on: address, site, language and theme. Undefined where it may depend on something else, such as
 * who comes.
 */
export function pageKey(request: IncomingMessage, settings: Settings, isSiteKnown: boolean): string | undefined {
  const { method, url = "", headers } = request;
  if ((method !== "GET" && method !== "HEAD") || url.length > longest || !isForPage(headers)) return;
  const search = addresses.exec(url);
  if (!search || !isUnderstood(search[1])) return;
  const cookies = headers.cookie ? parse(headers.cookie) : {};
  if (readSessionCookie(cookies) !== undefined || cookies[toastCookie] !== undefined) return;
  const site = isSiteKnown ? "" : siteOf(request);
  if (site === undefined) return;
  return `${requestLanguage(request, cookies, settings)} ${readTheme(cookies[themeCookie])} ${site} ${url}`;
}

/** Whether a request is for a page, and not for a picture or a script (../fetched-as). */
const isForPage = ({ "sec-fetch-dest": use = "document" }: IncomingMessage["headers"]): boolean =>
  use === "document" || use === "empty";

const isUnderstood = (search = ""): boolean =>
  search === "" || search.split("&").every((pair) => known.has(pair.split("=", 1)[0] ?? ""));

/** Pages name their full address. Whether a proxy may say which it is, others decide. */
function siteOf({ headers }: IncomingMessage): string | undefined {
  const { host = "" } = headers;
  return headers["x-forwarded-proto"] === undefined && host.length < 256 ? host : undefined;
}
