import type { RequestHandler } from "express";
import { sendPlainPage } from "./plain-page.server";
import { requestWords } from "./words.server";

/** What browsers fetch pages, forms and responses to our scripts as. Programs that are no browser do not say. */
const uses = new Set<unknown>([undefined, "document", "iframe", "frame", "empty"]);
/** What people have attached, which pages show. */
const attachment = /^\/files\/[\da-f-]{36}(?:\/\d{1,5})?$/;

/**
 * Stands behind the files. A picture in somebody's text that names a page of ours would have every reader ask for it in
 * their own name, so nothing but people's files is answered that is fetched as a picture, a script or a font. Nor is the raw data of a
 * page, which Remix gives to scripts of its own (no page of ours has them, docs/decisions/001): what a loader returns
 * is to be seen as the page shows it.
 */
export const pagesOnly: RequestHandler = (request, response, next) => {
  const { pathname, searchParams } = new URL(request.originalUrl, "http://here.invalid");
  const use = request.headers["sec-fetch-dest"];
  const isPage = uses.has(use) || (use === "image" && attachment.test(pathname));
  if (isPage && !searchParams.has("_data") && pathname !== "/__manifest") return next();
  const words = requestWords(request);
  const status = isPage ? 404 : 403;
  sendPlainPage(response, words, status, words.t(`failure.${isPage ? "notFound" : "forbidden"}.text`));
};
