import type { RequestHandler } from "express";

/** What the API says is about whoever asks, and true only now: nobody keeps it. */
export const apiHeaders: RequestHandler = (_request, response, next) => {
  response.setHeader("Cache-Control", "no-store");
  next();
};
