import { parse } from "cookie";
import { readInvitationToken } from "~/models/core/sign-in/tokens.server";
import type { Visit } from "./visit.server";

const cookie = "invitation";
const hour = 3600;

/** Remembers the invitation that somebody came with, until they have signed in. */
export const rememberInvitation = (visit: Visit, token: string): void =>
  visit.outgoing.setCookie(cookie, token, { maxAge: hour });

/** The id of the invitation that somebody came with. */
export function readInvitation(request: Request, { env }: Pick<Visit, "env">): string | undefined {
  const token = parse(request.headers.get("Cookie") ?? "")[cookie];
  return token ? readInvitationToken(env.SESSION_SECRET, token) : undefined;
}

export const forgetInvitation = (visit: Visit): void => visit.outgoing.setCookie(cookie, "", { maxAge: 0 });
