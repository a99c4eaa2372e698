import { createHash, randomBytes } from "node:crypto";
import { parse } from "cookie";
import type { Visit } from "./visit.server";

const cookie = "asker";
const day = 24 * 60 * 60;
/** For what a browser has said for longer than that. */
const halfYear = 180 * day;

const hash = (id: string): string => createHash("sha256").update(id).digest("hex");

/** Which browser this is, of those that asked for something without being signed in; hashed, as it is written down. */
export const readAsker = (request: Request): string | undefined => askerIn(request.headers.get("Cookie"));

/** The same, of a request before Remix. */
export function askerIn(cookies: string | null | undefined): string | undefined {
  const id = idIn(cookies);
  return id && hash(id);
}

function idIn(cookies: string | null | undefined): string | undefined {
  const id = parse(cookies ?? "")[cookie];
  return id && /^[\w-]{22}$/.test(id) ? id : undefined;
}

/** The same, but gives a browser without such an id a new one, in a cookie. */
export const ensureAsker = ({ request, context }: { request: Request; context: Visit }): string =>
  readAsker(request) ?? newAsker(context);

/** The same, and the browser keeps its id for half a year. */
export function keepAsker({ request, context }: { request: Request; context: Visit }): string {
  const id = idIn(request.headers.get("Cookie"));
  if (!id) return newAsker(context, halfYear);
  context.outgoing.setCookie(cookie, id, { maxAge: halfYear });
  return hash(id);
}

/** The id of a browser that has none yet: the same for as long as its request takes. */
export function newAsker({ outgoing }: Visit, maxAge = day): string {
  if (outgoing.asker) return outgoing.asker;
  const id = randomBytes(16).toString("base64url");
  outgoing.setCookie(cookie, id, { maxAge });
  outgoing.asker = hash(id);
  return outgoing.asker;
}
