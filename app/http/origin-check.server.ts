import type { Request, RequestHandler } from "express";
import { sendProblem } from "./send-problem.server";
import { requestWords } from "./words.server";

const safeMethods = new Set(["GET", "HEAD"]);

/**
 * Where mail programs press a button themselves (RFC 8058), without cookies and from wherever they are. The token in
 * the address is all that counts there.
 */
const oneClick = /^\/unsubscribe\/[\w-]+$/;

/**
 * Refuses a write that another site had the visitor's browser send, by what browsers say of it themselves:
 * `Sec-Fetch-Site`, else `Origin`. A request with neither comes from no browser, so it carries nobody's
 * cookies unknowingly. (The algorithm of Go's `http.CrossOriginProtection`; SameSite cookies stand behind it.)
 */
export function otherSitesRefused(baseUrl: string | undefined): RequestHandler {
  return (request, response, next) => {
    if (safeMethods.has(request.method) || oneClick.test(request.path) || isOurs(request, baseUrl)) return next();
    sendProblem(response, requestWords(request), { status: 403, code: "otherSite" });
  };
}

/**
 * Whether a request is from a page of ours, or from no page at all. By BASE_URL, where there is one: behind a proxy,
 * `Host` may be any name that the proxy has for us.
 */
export function isOurs({ headers }: Request, baseUrl: string | undefined): boolean {
  const site = headers["sec-fetch-site"];
  if (site) return site === "same-origin" || site === "none";
  const { origin, host } = headers;
  if (!origin) return true;
  const ours = baseUrl ? new URL(baseUrl).host : host;
  return URL.canParse(origin) && new URL(origin).host === ours;
}

/** Whether a request says of itself that it is from a page of ours, as browsers do of all that they write. */
export const saysItIsOurs = (request: Request, baseUrl: string | undefined): boolean =>
  (request.headers["sec-fetch-site"] ?? request.headers.origin) !== undefined && isOurs(request, baseUrl);
