import type { Env } from "~/env.server";
import { DomainError } from "~/models/core/domain-error";
import { mayAdminister, mayHandleTickets, mayPublishArticles } from "~/models/core/users/policy";
import type { User } from "~/models/core/users/viewer";
import { beginVisit } from "./begin-visit.server";
import type { Call, Guard } from "./endpoint.server";
import { hasJustSignedIn, passkeyPage } from "./guards.server";
import type { LimitName } from "./limits";
import { portalFor } from "./portal.server";
import { wayIn } from "./private-portal.server";
import { limitActions, limitAddress } from "./rate-limit.server";
import type { Visit } from "./visit.server";

export interface Admitted {
  visit: Visit;
  viewer: User;
}

/** Lets everybody pass, also where the portal is private. */
export const anybody: Guard<object> = () => ({});

/**
 * Lets everybody pass who may read the portal. Where it is private and nobody is signed in, somebody who opens the address
 * is led to the door, as from a page; whatever else asks hears `signInFirst`.
 */
export const reader: Guard<object> = async ({ request, response, parts }) => {
  if (!portalFor(request).settings.isPrivate) return {};
  const visit = await beginVisit(request, response, parts);
  if (visit.viewer) return {};
  if (request.headers["sec-fetch-dest"] !== "document") throw new DomainError("signInFirst");
  response.set("Cache-Control", "private, no-store").redirect(303, wayIn(visit));
};

/** Lets readers pass, up to a limit for each network address. */
export const readerUpTo =
  (limit: LimitName): Guard<object> =>
  async (call) => {
    const known = await reader(call);
    if (!known) return;
    const { db, parts, request } = call;
    await limitAddress(limit, { db, env: parts.env, viewer: null, ip: request.ip ?? "" });
    return known;
  };

/** Somebody who is signed in; others sign in and come back to that page. Counts as what `limit` says, if anything. */
export const person =
  (page: string, limit?: LimitName): Guard<Admitted> =>
  async (call) => {
    const admitted = await recognise(call, page);
    if (admitted && limit) await limitActions(limit, admitted.visit);
    return admitted;
  };

/** Lets some of the team pass, as {@link person} does members. */
const oneWho =
  (may: (viewer: User) => boolean) =>
  (page: string, limit?: LimitName): Guard<Admitted> =>
  async (call) => {
    const admitted = await recognise(call, page);
    if (!admitted) return;
    if (admitted.visit.needsPasskey) return call.response.redirect(303, `${passkeyPage}?next=${page}`) as undefined;
    if (!may(admitted.viewer)) throw new DomainError("forbidden");
    if (limit) await limitActions(limit, admitted.visit);
    return admitted;
  };

export const administrator = oneWho(mayAdminister);
export const articlePublisher = oneWho(mayPublishArticles);
export const ticketHandler = oneWho(mayHandleTickets);

/** The same for those who have signed in a moment ago; others do so again, and come back. */
export const freshAdministrator = (page: string): Guard<Admitted> => {
  const guard = administrator(page);
  return async (call) => {
    const admitted = await guard(call);
    if (!admitted || hasJustSignedIn(admitted.visit)) return admitted;
    call.response.redirect(303, `/sign-in/again?next=${page}`);
  };
};

async function recognise(call: Call, page: string): Promise<Admitted | undefined> {
  const { request, response, parts } = call;
  const visit = await beginVisit(request, response, parts);
  const { viewer } = visit;
  call.words = visit.words;
  if (viewer?.name) return { visit, viewer };
  response.redirect(303, `/sign-in?next=${page}`);
}

type Secret = "FRESHDESK_WEBHOOK_SECRET" | "RESEND_WEBHOOK_SECRET" | "INBOUND_SECRET";

/** Services whose secret is configured; without one there is no such address. */
export const service =
  (name: Secret & keyof Env): Guard<{ secret: string }> =>
  ({ parts: { env }, response }) => {
    const secret = env[name];
    if (secret) return { secret };
    response.sendStatus(404);
  };
