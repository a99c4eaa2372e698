import { createHash, randomBytes } from "node:crypto";
import { parse } from "cookie";
import type { Visit } from "./visit.server";

const cookie = "asker";
const day = 24 * 60 * 60;

const hash = (id: string): string => createHash("sha256").update(id).digest("hex");

/** Which browser this is, of those that asked for something without being signed in; hashed, as it is written down. */
export function readAsker(request: Request): string | undefined {
  const id = parse(request.headers.get("Cookie") ?? "")[cookie];
  return id && /^[\w-]{22}$/.test(id) ? hash(id) : undefined;
}

/** The same, but gives a browser without such an id a new one, in a cookie. */
export function ensureAsker({ request, context }: { request: Request; context: Visit }): string {
  const known = readAsker(request);
  if (known) return known;
  const id = randomBytes(16).toString("base64url");
  context.outgoing.setCookie(cookie, id, { maxAge: day });
  return hash(id);
}
