import { createHash, randomBytes } from "node:crypto";
import { parse } from "cookie";
import type { Visit } from "./visit.server";

const cookie = "asker";
const day = 24 * 60 * 60;

const hash = (id: string): string => createHash("sha256").update(id).digest("hex");

/** Which browser this is, of those that asked for something without being signed in; hashed, as it is written down. */
export const readAsker = (request: Request): string | undefined => askerIn(request.headers.get("Cookie"));

/** The same, of a request before Remix. */
export function askerIn(cookies: string | null | undefined): string | undefined {
  const id = parse(cookies ?? "")[cookie];
  return id && /^[\w-]{22}$/.test(id) ? hash(id) : undefined;
}

/** The same, but gives a browser without such an id a new one, in a cookie. */
export const ensureAsker = ({ request, context }: { request: Request; context: Visit }): string =>
  readAsker(request) ?? newAsker(context);

/** The id of a browser that has none yet: the same for as long as its request takes. */
export function newAsker({ outgoing }: Visit): string {
  if (outgoing.asker) return outgoing.asker;
  const id = randomBytes(16).toString("base64url");
  outgoing.setCookie(cookie, id, { maxAge: day });
  outgoing.asker = hash(id);
  return outgoing.asker;
}
