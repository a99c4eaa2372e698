import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { RequestHandler } from "express";
import type { Log } from "~/log.server";

declare module "express-serve-static-core" {
  interface Locals {
    requestId: string;
    log: Log;
  }
}

/** Paths whose last part is a secret. */
const secretPaths = /^(\/sign-in\/link\/|\/unsubscribe\/|\/solved\/|\/consent\/|\/subscribe\/)[^/]+/;

export function requestLog(log: Log): RequestHandler {
  return (request, response, next) => {
    const id = beginRequest(log, request, response);
    response.locals.requestId = id;
    response.locals.log = log.child({ id });
    response.setHeader("X-Request-Id", id);
    next();
  };
}

/**
 * Gives a request its id, and logs one line when it is over. The path goes without its search part, which may hold
 * what people typed.
 */
export function beginRequest(log: Log, request: IncomingMessage, response: ServerResponse): string {
  const started = process.hrtime.bigint();
  const id = randomUUID();
  response.once("close", () => {
    const status = response.writableFinished ? response.statusCode : 499;
    const level = status >= 500 ? "error" : "info";
    if (!log.isLevelEnabled(level)) return;
    const ms = Math.round(Number(process.hrtime.bigint() - started) / 1e5) / 10;
    const path = (request.url ?? "").replace(/\?.*/s, "").replace(secretPaths, "$1…");
    log[level]({ id, method: request.method, path, status, ms }, "request");
  });
  return id;
}
