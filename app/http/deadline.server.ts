import type { RequestHandler } from "express";
import { sendPlainPage } from "./plain-page.server";
import { requestWords } from "./words.server";

/** Answers 503 for whatever has no answer after `ms`: nobody waits for a database that hangs. */
export function deadline(ms: number): RequestHandler {
  return (request, response, next) => {
    const timer = setTimeout(() => {
      if (response.headersSent) return;
      const words = requestWords(request);
      sendPlainPage(response, words, 503, words.t("problems.databaseAway"));
    }, ms);
    response.once("close", () => clearTimeout(timer));
    next();
  };
}
