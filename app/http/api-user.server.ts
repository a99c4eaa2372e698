import { parse } from "cookie";
import { DomainError } from "~/models/core/domain-error";
import { findTokenOwner, isUseStale, noteTokenUse } from "~/models/core/tokens/find-token-owner.server";
import type { TokenScope } from "~/models/core/tokens/scopes";
import type { User } from "~/models/core/users/viewer";
import type { Call, Guard } from "./endpoint.server";
import { isOurs, saysItIsOurs } from "./origin-check.server";
import { portalFor } from "./portal.server";
import { limitAddress, limitBy } from "./rate-limit.server";
import { recogniseViewer } from "./recognise-viewer.server";
import { readSession } from "./session.server";
import { readSessionCookie } from "./session-cookie";

export interface ApiCaller {
  viewer: User;
  /** What the token may be used for; null for a session, which may be used for whatever the viewer may do. */
  scopes: readonly TokenScope[] | null;
}

/**
 * Lets somebody pass who uses the API: a program by a token of theirs that has this scope, or a page of ours by their
 * session. Beside a token no cookie counts. Throws `signInFirst`, `accessTokenWrong`, `scopeMissing`, `otherSite` or
 * `tooManyRequests`.
 */
export const apiUser =
  (scope?: TokenScope): Guard<ApiCaller> =>
  async (call) => {
    const value = bearerOf(call);
    const { key, ...caller } = value === undefined ? await bySession(call) : await byToken(call, value);
    await limitBy(key, "api", askingOf(call));
    if (scope && caller.scopes && !caller.scopes.includes(scope))
      throw new DomainError("scopeMissing", { params: { scope } });
    return caller;
  };

interface Recognised extends ApiCaller {
  /** By which requests are counted. */
  key: string;
}

/** What limits need to know of a request. */
export const askingOf = ({ db, parts, request }: Call) => ({ db, env: parts.env, portal: portalFor(request) });

export const saysBearer = (call: Call): boolean => bearerOf(call) !== undefined;

/** What a request says behind `Bearer`, be it a token or not; undefined where it says something else, or nothing. */
function bearerOf({ request }: Call): string | undefined {
  const said = /^bearer(?:\s+(.*))?$/i.exec(request.headers.authorization ?? "");
  return said ? (said[1] ?? "") : undefined;
}

async function byToken(call: Call, value: string): Promise<Recognised> {
  const { db, request, response } = call;
  const asking = askingOf(call);
  const owner = await findTokenOwner(db, value);
  if (!owner) {
    await limitAddress("token", { ...asking, viewer: null, ip: request.ip ?? "" });
    throw new DomainError("accessTokenWrong");
  }
  if (isUseStale(owner)) {
    // Nobody waits for it.
    noteTokenUse(db, owner).catch((err) => response.locals.log.warn({ err }, "the use of a token was not noted"));
  }
  const { viewer } = await recogniseViewer(asking, owner);
  return { viewer, scopes: owner.scopes, key: owner.id };
}

/** A session is used as it is: no cookie goes out with what the API says. */
async function bySession(call: Call): Promise<Recognised> {
  const { db, request, parts } = call;
  const sessionId = readSessionCookie(parse(request.headers.cookie ?? ""));
  const session = sessionId ? await readSession(db, sessionId, { isProlonged: false }) : undefined;
  if (!session?.user.name) throw new DomainError("signInFirst");
  const isReading = request.method === "GET" || request.method === "HEAD";
  const isFromUs = (isReading ? isOurs : saysItIsOurs)(request, parts.env.BASE_URL);
  if (!isFromUs) throw new DomainError("otherSite");
  const { viewer } = await recogniseViewer(askingOf(call), session);
  return { viewer, scopes: null, key: viewer.id };
}
