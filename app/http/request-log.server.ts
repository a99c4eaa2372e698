import { randomUUID } from "node:crypto";
import type { RequestHandler } from "express";
import type { Log } from "~/log.server";

declare module "express-serve-static-core" {
  interface Locals {
    requestId: string;
    log: Log;
  }
}

/** Paths whose last part is a secret. */
const secretPaths = /^(\/sign-in\/link\/|\/unsubscribe\/|\/solved\/|\/consent\/)[^/]+/;

/** One line per request. The path goes without its search part, which may hold what people typed. */
export function requestLog(log: Log): RequestHandler {
  return (request, response, next) => {
    const started = process.hrtime.bigint();
    const id = randomUUID();
    response.locals.requestId = id;
    response.locals.log = log.child({ id });
    response.setHeader("X-Request-Id", id);
    response.once("close", () => {
      const ms = Math.round(Number(process.hrtime.bigint() - started) / 1e5) / 10;
      const path = request.path.replace(secretPaths, "$1…");
      const { method } = request;
      const status = response.writableFinished ? response.statusCode : 499;
      response.locals.log[status >= 500 ? "error" : "info"]({ method, path, status, ms }, "request");
    });
    next();
  };
}
