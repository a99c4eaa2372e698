import type { RequestHandler } from "express";

class BodyTooLarge extends Error {
  readonly status = 413;
}

/** Refuses bodies of more than `most` bytes, by their own word or as they arrive. */
export function limitBody(most: number): RequestHandler {
  return (request, _response, next) => {
    if (Number(request.headers["content-length"] ?? 0) > most) return next(new BodyTooLarge());
    if (!request.headers["transfer-encoding"]) return next();
    let received = 0;
    request.on("data", (chunk: Buffer) => {
      received += chunk.length;
      if (received > most) request.destroy(new BodyTooLarge());
    });
    request.pause();
    next();
  };
}
