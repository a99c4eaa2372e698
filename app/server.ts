import { createServer as createHttpServer, type Server } from "node:http";
import compression from "compression";
import express, { type ErrorRequestHandler, type Express } from "express";
import sirv from "sirv";
import { isDatabaseAway, isSenseless } from "#db/failures.server";
import { endpoints, healthEndpoints } from "./endpoints";
import { addApiEnd } from "./http/api-end.server";
import { apiHeaders } from "./http/api-headers.server";
import { limitBody } from "./http/body-limit.server";
import { deadline, deadlineOfPause, longestPause } from "./http/deadline.server";
import { addEndpoints, type Endpoint } from "./http/endpoint.server";
import { fetchedAs } from "./http/fetched-as.server";
import { mostOfForm, ofFormsWithFiles } from "./http/forms-with-files.server";
import { keepIdle } from "./http/idle-connections.server";
import { otherSitesRefused } from "./http/origin-check.server";
import { servePages } from "./http/page-cache/serve-pages.server";
import type { Parts } from "./http/parts.server";
import { permissionsPolicy } from "./http/permissions-policy.server";
import { findPortal } from "./http/portal.server";
import { possibleRequest } from "./http/possible-request.server";
import { prefetch } from "./http/prefetch.server";
import { respondWithRemix } from "./http/remix.server";
import { requestLog } from "./http/request-log.server";
import { securityHeaders } from "./http/security-headers.server";
import { sendProblem } from "./http/send-problem.server";
import { endSlowBodies } from "./http/slow-bodies.server";
import { forgetUnread } from "./http/unread-bodies.server";
import { requestWords } from "./http/words.server";
import type { Log } from "./log.server";

const megabyte = 1_000_000;
const seconds = 1000;
const hour = 3600;
const year = 365 * 24 * hour;
/** A quarter of the descriptors that a process usually has; the database and files need some, too. */
const mostConnections = 5000;

/** The app behind the pages that are kept of it. */
export function createServer(parts: Parts): Server {
  const { pageCache, portal, env, log } = parts;
  const app = createApp(parts);
  // Only files may take an hour (./http/slow-bodies), if they go on coming; whatever else is sent is here in half a minute.
  const options = { requestTimeout: hour * seconds, headersTimeout: 30 * seconds };
  const isSiteKnown = env.BASE_URL !== undefined;
  const listener = pageCache ? servePages({ cache: pageCache, portal, log, isSiteKnown, app }) : app;
  const server = createHttpServer(options, listener);
  keepIdle(server, { rest: 125 * seconds, most: mostConnections });
  endSlowBodies(server, 30 * seconds);
  return server;
}

/**
 * The one app. What needs no page answers before Remix, because every route there makes every page
 * slower; Remix has the pages and their forms. `rows`: another table of endpoints than the product's.
 */
export function createApp(parts: Parts, rows: readonly Endpoint[] = endpoints): Express {
  const { env, log, files = [], isHotReloading = false, showsOutbox = false, pageCache } = parts;
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", env.TRUST_PROXY);
  // Of what Express reads of a search part, only the language counts; nothing there can be nested.
  app.set("query parser", "simple");
  app.use(requestLog(log));
  app.use(securityHeaders({ isHotReloading, isHttps: env.BASE_URL?.startsWith("https:") ?? false, showsOutbox }));
  app.use(permissionsPolicy);
  app.use("/api", apiHeaders);
  app.use(possibleRequest);
  addEndpoints(app, healthEndpoints, parts);
  for (const { folder, path, immutable } of files) {
    // Beside each file lies what it is when compressed, since the build (vite.config.ts).
    app.use(path, sirv(folder, { brotli: true, gzip: true, etag: true, immutable, maxAge: immutable ? year : hour }));
  }
  // Pages that are kept come compressed, with an ETag for each form.
  const isMadeHere: compression.CompressionFilter = (request, response) =>
    !pageCache?.renderings.has(request) && compression.filter(request, response);
  app.use(compression({ filter: isMadeHere }));
  app.use(findPortal(parts.portal));
  app.use(prefetch());
  addEndpoints(app, rows, parts);
  addApiEnd(app, rows);
  app.use(fetchedAs());
  app.use(ofFormsWithFiles(deadlineOfPause(longestPause * seconds), deadline(12 * seconds)));
  app.use(ofFormsWithFiles(limitBody(mostOfForm), limitBody(megabyte)));
  app.use(ofFormsWithFiles(forgetUnread(mostOfForm), forgetUnread(megabyte)));
  app.use(otherSitesRefused(env.BASE_URL));
  app.all("*", respondWithRemix(parts));
  app.use(lastResort(log));
  return app;
}

/** What went wrong before Remix had the request. */
function lastResort(log: Log): ErrorRequestHandler {
  return (error, request, response, next) => {
    if (response.headersSent) return next(error);
    const words = requestWords(request);
    if (isDatabaseAway(error)) return sendProblem(response, words, { status: 503, code: "databaseAway" });
    const status = isSenseless(error) ? 400 : ((error as { status?: number }).status ?? 500);
    if (status >= 500) (response.locals.log ?? log).error({ err: error }, "request failed");
    const code = status === 413 ? "tooLarge" : status < 500 ? "malformed" : "unexpected";
    sendProblem(response, words, { status, code });
  };
}
