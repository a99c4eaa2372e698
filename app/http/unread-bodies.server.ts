import type { RequestHandler } from "express";

/**
 * Reads and forgets what nobody wanted of a body, once it has been answered: left where it is, it would stand in the way
 * of the next request on the connection. Of more than `most` bytes the connection ends instead.
 */
export function forgetUnread(most: number): RequestHandler {
  return (request, response, next) => {
    response.once("finish", () => {
      if (request.complete || response.getHeader("Connection") === "close") return;
      let left = most;
      request.removeAllListeners("data").on("data", (chunk: Buffer) => {
        left -= chunk.length;
        if (left < 0) request.socket.destroy();
      });
      request.resume();
    });
    next();
  };
}
