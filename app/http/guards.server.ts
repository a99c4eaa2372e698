import { redirect } from "@remix-run/node";
import { DomainError } from "~/models/core/domain-error";
import { isId, readNumber as readValue } from "~/models/core/text/values";
import {
  isStaff,
  mayAdminister,
  mayHandleTickets,
  mayModerate,
  mayPublish,
  mayPublishArticles,
  mayTriage,
  mayWriteArticles,
} from "~/models/core/users/policy";
import type { User, Viewer } from "~/models/core/users/viewer";
import { backPath, here } from "./paths.server";
import type { Visit } from "./visit.server";

interface Handler {
  request: Request;
  context: Visit;
}

/** Somebody who is signed in and has a name; anybody else is sent to become so, and comes back. */
export function requireUser({ request, context }: Handler): User {
  const next = nextOf({ request, context });
  if (!context.viewer) throw signInFirst(request, next);
  if (!context.viewer.name) throw redirect(`/sign-in/name?next=${next}`, 303);
  return context.viewer;
}

/** Where somebody comes back to who has to go elsewhere first. */
const nextOf = ({ request, context }: Handler): string =>
  encodeURIComponent(request.method === "GET" ? here(request) : backPath(request, context.origin, "/"));

/** Milliseconds. */
const freshness = 10 * 60_000;

/** Whether the visitor has proved just now, and not weeks ago, who they are. */
export const hasJustSignedIn = ({ signedInAt }: Visit, now = Date.now()): boolean =>
  signedInAt !== null && now - signedInAt.getTime() < freshness;

/**
 * The same as `requireUser` for what cannot be taken back: a device that was left open is not enough. Others sign in
 * again, and come back.
 */
export function requireFreshUser(handler: Handler): User {
  const user = requireUser(handler);
  requireFresh(handler, { keepsAll: false });
  return user;
}

/** Somebody who has signed in a moment ago; others sign in again, and what they sent waits for them. */
export function requireFresh({ request, context }: Handler, { keepsAll = true } = {}): void {
  if (hasJustSignedIn(context)) return;
  if (wantsJson(request)) throw new DomainError("signInAgain");
  throw new SignInFirst(`/sign-in/again?next=${nextOf({ request, context })}`, keepsAll);
}

function signInFirst(request: Request, next: string) {
  return wantsJson(request) ? new DomainError("signInFirst") : new SignInFirst(`/sign-in?next=${next}`);
}

/** Where somebody has to go first; what they sent waits for them (./outcomes). */
export class SignInFirst extends Error {
  constructor(
    readonly path: string,
    /** Also what was only chosen or pressed. */
    readonly keepsAll = false,
  ) {
    super("Somebody has to sign in first.");
  }
}

/** Whether our own script asks, which wants JSON and no page. */
export const wantsJson = (request: Request): boolean =>
  request.headers.get("Accept")?.startsWith("application/json") ?? false;

export const requireStaff = guard(isStaff);
export const requireModerator = guard(mayModerate);
export const requireTicketHandler = guard(mayHandleTickets);
export const requireMaintainer = guard(mayTriage);
export const requirePublisher = guard(mayPublish);
/** Agents and those above. */
export const requireWriter = guard(mayWriteArticles);
export const requireArticlePublisher = guard(mayPublishArticles);
export const requireAdmin = guard(mayAdminister);

function guard(may: (viewer: Viewer) => boolean) {
  return (handler: Handler): User => {
    const user = requireUser(handler);
    if (!may(user)) throw handler.context.needsPasskey ? passkeyFirst(handler) : new DomainError("forbidden");
    return user;
  };
}

/** Where somebody of the team uses a passkey, or adds one. */
export const passkeyPage = "/sign-in/passkey-needed";

const passkeyFirst = ({ request, context }: Handler) =>
  wantsJson(request)
    ? new DomainError("passkeyNeeded")
    : new SignInFirst(`${passkeyPage}?next=${nextOf({ request, context })}`, true);

/** The number in `/posts/:number`. */
export const requireNumber = ({ number }: { number?: string }): number => readNumber(number);

/** The number in `/staff/freshdesk/tickets/:ticket`. */
export const requireFreshdeskTicket = ({ ticket }: { ticket?: string }): number => readNumber(ticket);

/** A number in an address, be it of a post, a ticket or a row. */
export function readNumber(text = ""): number {
  const number = readValue(text);
  if (number === undefined) throw new DomainError("notFound");
  return number;
}

/** The id in an address. */
export function requireId({ id }: { id?: string }): string {
  if (!isId(id)) throw new DomainError("notFound");
  return id;
}
