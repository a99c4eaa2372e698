import type { RequestHandler } from "express";
import { sendProblem } from "./send-problem.server";
import { requestWords } from "./words.server";

/** Milliseconds in which a response is read before its connection ends. */
const parting = 1000;

/** Seconds in which a picture that has come is made ready, be it one of several; what comes after it waits meanwhile. */
export const longestPause = 300;

/**
 * Answers 503 for whatever has no response after `ms`: nobody waits for a database that hangs. Whoever has not even sent
 * the whole of a request by then hears 408, and no more.
 */
export const deadline = (ms: number): RequestHandler => until(ms, () => false);

/** The same for files, which take their time to come: after `ms` in which nothing has come. */
export const deadlineOfPause = (ms: number): RequestHandler => until(ms, (before, now) => now > before);

/** `goesOn`: whether they are waited for once more, by the bytes that had come when the wait began and that have come since. */
function until(ms: number, goesOn: (before: number, now: number) => boolean): RequestHandler {
  return (request, response, next) => {
    let timer: NodeJS.Timeout;
    const wait = (before: number): void => {
      timer = setTimeout(() => {
        if (response.headersSent) return;
        const now = request.socket.bytesRead;
        if (goesOn(before, now)) return wait(now);
        const words = requestWords(request);
        if (request.complete) return sendProblem(response, words, { status: 503, code: "databaseAway" });
        response.setHeader("Connection", "close");
        response.once("finish", () => setTimeout(() => request.socket.destroy(), parting).unref());
        sendProblem(response, words, { status: 408, code: "malformed" });
      }, ms);
    };
    wait(request.socket.bytesRead);
    response.once("close", () => clearTimeout(timer));
    next();
  };
}
