import type { RequestHandler } from "express";
import { sendProblem } from "./send-problem.server";
import { requestWords } from "./words.server";

/** What browsers fetch pages, forms and responses to our scripts as. Programs that are no browser do not say. */
const asPages = new Set<unknown>([undefined, "document", "iframe", "frame", "empty"]);

/** What a page shows or is styled by, beside the files of the build. */
export type Use = "image" | "style";

/**
 * Refuses what is fetched as something else than a page, or than `use`. A picture in somebody's text that names a page of
 * ours would have every reader ask for it in their own name. Nor is the raw data of a page answered, which Remix gives to
 * scripts of its own (no page of ours has them, docs/decisions/001): what a loader returns is to be seen as the page
 * shows it.
 */
export const fetchedAs =
  (use?: Use): RequestHandler =>
  (request, response, next) => {
    const { pathname, searchParams } = new URL(request.originalUrl, "http://here.invalid");
    const said = request.headers["sec-fetch-dest"];
    const isMeant = asPages.has(said) || (use !== undefined && said === use);
    if (isMeant && !searchParams.has("_data") && pathname !== "/__manifest") return next();
    const words = requestWords(request);
    const code = isMeant ? "notFound" : "forbidden";
    sendProblem(response, words, { status: isMeant ? 404 : 403, code, sentence: words.t(`failure.${code}.text`) });
  };
