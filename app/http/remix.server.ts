import { type AppLoadContext, createReadableStreamFromReadable, createRequestHandler } from "@remix-run/node";
import type { RequestHandler, Request as ServerRequest, Response as ServerResponse } from "express";
import { DomainError } from "~/models/core/domain-error";
import { asRefusal } from "./as-refusal";
import { beginVisit } from "./begin-visit.server";
import { mayBringFiles } from "./forms-with-files.server";
import { withOutcomes } from "./outcomes.server";
import { offerPage } from "./page-cache/offer-page.server";
import type { Parts } from "./parts.server";
import { mayEnter, wayIn } from "./private-portal.server";
import { limitRequest } from "./rate-limit.server";
import { sendRefusal, setRetryAfter } from "./send-refusal.server";
import type { Visit } from "./visit.server";

type Handle = (request: Request, context: AppLoadContext) => Promise<Response>;

/** Responds with Remix to every request that comes this far. */
export function respondWithRemix(parts: Parts): RequestHandler {
  const handle = createRequestHandler(withOutcomes(parts.build), parts.env.NODE_ENV);
  return async (incoming, outgoing, next) => {
    try {
      const visit = await beginVisit(incoming, outgoing, parts);
      const refusal = await limitRequest(visit, incoming).catch(asRefusal);
      if (!mayEnter(visit)) return turnAway(incoming, outgoing, visit);
      if (refusal) return sendRefusal(incoming, outgoing, visit.words, refusal);
      const response = await handleOrExplain(handle, toRequest(incoming, outgoing, visit.address), visit);
      const body = visit.outgoing.page ?? (await response.text());
      if (outgoing.headersSent) return;
      outgoing.status(response.status);
      if (visit.outgoing.refusal && response.status === 429) setRetryAfter(outgoing, visit.outgoing.refusal);
      for (const [name, value] of response.headers) outgoing.append(name, value);
      // Pages are whole strings by now, so there is nothing to stream.
      const isSent = parts.pageCache && offerPage(parts.pageCache, visit, { request: incoming, response: outgoing });
      if (!isSent) outgoing.end(body);
    } catch (error) {
      next(error);
    }
  };
}

/** To a private portal's door; where no page was asked for, with a word. */
function turnAway(incoming: ServerRequest, outgoing: ServerResponse, visit: Visit): void {
  outgoing.set("Cache-Control", "private, no-store");
  const isPage = incoming.method === "GET" && !incoming.headers.accept?.startsWith("application/json");
  if (isPage) outgoing.redirect(303, wayIn(visit));
  else sendRefusal(incoming, outgoing, visit.words, new DomainError("signInFirst"));
}

/** A route without a page that has a problem gets the page that every unknown address has. */
async function handleOrExplain(handle: Handle, request: Request, visit: Visit): Promise<Response> {
  const context = visit as AppLoadContext;
  const response = await handle(request, context);
  if (!visit.outgoing.problem) return response;
  return handle(new Request(new URL("/~problem", request.url), { signal: request.signal }), context);
}

function toRequest(incoming: ServerRequest, outgoing: ServerResponse, address: URL): Request {
  const gone = new AbortController();
  outgoing.once("close", () => outgoing.writableFinished || gone.abort());
  const { method } = incoming;
  const hasBody = method !== "GET" && method !== "HEAD" && !mayBringFiles(incoming);
  const body = hasBody ? { body: createReadableStreamFromReadable(incoming), duplex: "half" } : {};
  return new Request(address, { method, headers: toHeaders(incoming), signal: gone.signal, ...body } as RequestInit);
}

/**
 * Without the origin, which was looked at before (./origin-check): Remix would compare it with a host that is only what
 * the last proxy calls us.
 */
function toHeaders({ headers }: ServerRequest): Headers {
  const { origin, "x-forwarded-host": _, ...others } = headers;
  const result = new Headers();
  for (const [name, value] of Object.entries(others)) {
    for (const one of [value ?? []].flat()) result.append(name, one);
  }
  return result;
}
