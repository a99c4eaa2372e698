import type { RequestHandler } from "express";

class BodyTooLarge extends Error {
  readonly status = 413;
}

/** Refuses bodies of more than `most` bytes, by their own word or as they arrive. */
export function limitBody(most: number): RequestHandler {
  return (request, response, next) => {
    const refuse = () => {
      // What is still to come is nobody's business; the connection ends with the response.
      response.setHeader("Connection", "close");
      next(new BodyTooLarge());
    };
    if (Number(request.headers["content-length"] ?? 0) > most) return refuse();
    if (!request.headers["transfer-encoding"]) return next();
    let received = 0;
    const count = (chunk: Buffer) => {
      received += chunk.length;
      if (received <= most) return;
      request.off("data", count).pause();
      refuse();
    };
    request.on("data", count).pause();
    next();
  };
}
