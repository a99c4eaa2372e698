import type { Express, NextFunction, Request, RequestHandler, Response } from "express";
import type { Db } from "#db/client.server";
import type { Words } from "~/i18n";
import { DomainError } from "~/models/core/domain-error";
import { limitBody } from "./body-limit.server";
import { deadline, deadlineOfPause } from "./deadline.server";
import { fetchedAs, type Use } from "./fetched-as.server";
import { InvalidInput } from "./json-body.server";
import { otherSitesRefused } from "./origin-check.server";
import type { Parts } from "./parts.server";
import { sendInvalidInput, sendRefusal } from "./send-refusal.server";
import { forgetUnread } from "./unread-bodies.server";
import { requestWords } from "./words.server";

/** A request that is answered before Remix. */
export interface Call {
  request: Request;
  response: Response;
  parts: Parts;
  db: Db;
  /** In the language of whoever asks. */
  words: Words;
}

/** Whoever comes past a guard is known as far as it has looked; undefined where it has answered them itself. */
export type Guard<Known extends object> = (call: Call) => Promise<Known | undefined> | Known | undefined;

/** Below `/api/` alone are others than those of forms. */
const verbs = { GET: "get", POST: "post", PUT: "put", PATCH: "patch", DELETE: "delete" } as const;

/** What answers before Remix, since a page's form, loader or layout has no part in it. Its row stands in app/endpoints.ts. */
export interface Endpoint<Known extends object = object> {
  method: keyof typeof verbs;
  path: string | RegExp;
  guard: Guard<Known>;
  /** Bytes that may be sent; `file`: it says itself how many, and reads them as they come. */
  body: number | "file";
  /** Until there is a response; of a file, from when nothing more of it came. */
  seconds: number;
  /** What browsers fetch it as, beside pages and what our scripts ask for; `any`: as whatever they like. */
  as?: Use | "any";
  /** Only forms of ours may send it: for what is done in the name of whoever is signed in. */
  isOwnForm?: boolean;
  /** Throws what people may expect to go wrong as a `DomainError`; `nothing`: there is no such address. */
  respond(call: Call & Known): Promise<unknown> | unknown;
}

/** Where an address leads nowhere after all, the page of unknown ones is Remix's. */
export const nothing = Symbol("nothing");

/** A row as it is, with what its guard knows as what `respond` gets. */
export const endpoint = <Known extends object>(row: Endpoint<Known>): Endpoint => row as unknown as Endpoint;

/** Adds the endpoints to the app, each within its own bounds. */
export function addEndpoints(app: Express, endpoints: readonly Endpoint[], parts: Parts): void {
  for (const row of endpoints) {
    const late = row.body === "file" ? deadlineOfPause : deadline;
    const bounds: RequestHandler[] = [late(row.seconds * 1000)];
    if (row.as !== "any") bounds.unshift(fetchedAs(row.as));
    if (row.body !== "file") bounds.push(limitBody(row.body), forgetUnread(row.body));
    if (row.isOwnForm) bounds.push(otherSitesRefused(parts.env.BASE_URL));
    app[verbs[row.method]](row.path, ...bounds, (request, response, next) =>
      respond(row, { request, response, parts, db: parts.database.db, words: requestWords(request) }, next),
    );
  }
}

/** The one place where what went wrong becomes a response. */
async function respond({ guard, body, respond: make }: Endpoint, call: Call, next: NextFunction): Promise<void> {
  const { request, response } = call;
  try {
    // What is still to come of a file that is refused is nobody's business.
    if (body === "file") response.setHeader("Connection", "close");
    const known = await guard(call);
    if (!known) return;
    if (body === "file") response.removeHeader("Connection");
    if ((await make({ ...call, ...known })) === nothing) next();
  } catch (error) {
    if (response.headersSent) next(error);
    else if (error instanceof DomainError) sendRefusal(request, response, call.words, error);
    else if (error instanceof InvalidInput) sendInvalidInput(response, call.words, error);
    else next(error);
  }
}
