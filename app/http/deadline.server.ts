import type { RequestHandler } from "express";
import { sendProblem } from "./send-problem.server";
import { requestWords } from "./words.server";

/** Milliseconds in which a response is read before its connection ends. */
const parting = 1000;

/**
 * Answers 503 for whatever has no response after `ms`: nobody waits for a database that hangs. Whoever has not even sent
 * the whole of a request by then hears 408, and no more.
 */
export function deadline(ms: number): RequestHandler {
  return (request, response, next) => {
    const timer = setTimeout(() => {
      if (response.headersSent) return;
      const words = requestWords(request);
      if (request.complete) return sendProblem(response, words, { status: 503, code: "databaseAway" });
      response.setHeader("Connection", "close");
      response.once("finish", () => setTimeout(() => request.socket.destroy(), parting).unref());
      sendProblem(response, words, { status: 408, code: "malformed" });
    }, ms);
    response.once("close", () => clearTimeout(timer));
    next();
  };
}
