import type { RequestHandler } from "express";
import { sendPlainPage } from "./plain-page.server";
import { requestWords } from "./words.server";

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

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
export function originCheck(refuse: RequestHandler): RequestHandler {
  return (request, response, next) => {
    if (oneClick.test(request.path)) {
      // Remix would compare it, too.
      delete request.headers.origin;
      return next();
    }
    if (safeMethods.has(request.method) || isOurs(request.headers)) return next();
    refuse(request, response, next);
  };
}

/** The same, with the page that says so. */
export const otherSitesRefused = originCheck((request, response) => {
  const words = requestWords(request);
  sendPlainPage(response, words, 403, words.t("problems.otherSite"));
});

function isOurs(headers: Record<string, string | string[] | undefined>): boolean {
  const site = headers["sec-fetch-site"];
  if (site) return site === "same-origin" || site === "none";
  const { origin, host } = headers;
  if (!origin) return true;
  return typeof origin === "string" && URL.canParse(origin) && new URL(origin).host === host;
}
