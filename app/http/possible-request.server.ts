import type { Request, RequestHandler } from "express";
import { isApi } from "./api-path";
import { sendProblem } from "./send-problem.server";
import { requestWords } from "./words.server";

/** The methods that any address here takes, but for those of the API, each of which says which (./api-end). */
const methods = new Set(["GET", "HEAD", "POST"]);
const host = /^(?:[\w.-]{1,253}|\[[\da-f:.]{2,45}\])(?::\d{1,5})?$/i;
const base = "http://here.invalid";
const longestPath = 2000;
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
const controls = /[\u0000-\u001F\u007F-\u009F]/;

/**
 * Refuses requests that could not even be made into the `Request` of a route: scanners and broken proxies send them,
 * and whoever wants to fill the log. What comes past here has a method, a host and a path that mean something.
 */
export const possibleRequest: RequestHandler = (request, response, next) => {
  const status = fault(request);
  if (!status) return next();
  if (status === 405) response.setHeader("Allow", [...methods].join(", "));
  const words = requestWords(request);
  if (status === 404)
    sendProblem(response, words, { status, code: "notFound", sentence: words.t("failure.notFound.text") });
  else sendProblem(response, words, { status, code: "malformed" });
};

function fault({ method, originalUrl, headers }: Request): number | undefined {
  if (!methods.has(method) && !isApi(originalUrl)) return 405;
  // A target of two slashes is a host to whoever resolves it, and one without any is that of a proxy.
  if (!originalUrl.startsWith("/") || !URL.canParse(originalUrl, base)) return 400;
  if (/^\/[/\\]/.test(originalUrl) || new URL(originalUrl, base).pathname.startsWith("//")) return 400;
  if (headers.host !== undefined && !(host.test(headers.host) && URL.canParse(`http://${headers.host}`))) return 400;
  return pathFault(originalUrl.split(/[?#]/, 1)[0] ?? "");
}

function pathFault(path: string): number | undefined {
  if (path.length > longestPath) return 404;
  try {
    // No address of ours has either; the database takes no NUL, and Remix warns of empty parts.
    return path.includes("//") || controls.test(decodeURIComponent(path)) ? 404 : undefined;
  } catch {
    return 400;
  }
}
