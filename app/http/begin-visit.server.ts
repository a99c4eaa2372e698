import { parse, serialize } from "cookie";
import type { Request, Response } from "express";
import { hasMail } from "~/env.server";
import { Query } from "~/models/core/text/query";
import { searchPosts } from "~/models/feedback/search/search-posts.server";
import { readTheme, themeCookie } from "~/ui/theme";
import { readAddress } from "./address.server";
import { deviceName } from "./device-name";
import { openFormWithFiles } from "./forms-with-files.server";
import type { Parts } from "./parts.server";
import { portalFor } from "./portal.server";
import { recogniseViewer } from "./recognise-viewer.server";
import { framedBy } from "./security-headers.server";
import { readSession, refreshCookie } from "./session.server";
import { formerSessionCookie, isNamedAsBefore, readSessionCookie, sessionCookieAt } from "./session-cookie";
import { readToast, toastCookie } from "./toast.server";
import type { Outgoing, Visit } from "./visit.server";
import { ownWords, requestWords, zoneCookie } from "./words.server";

const year = 365 * 24 * 60 * 60;

/** Finds out, once per request, who comes and how they want to see things. */
export async function beginVisit(request: Request, response: Response, parts: Parts): Promise<Visit> {
  const {
    env,
    database,
    showsOutbox = false,
    isHotReloading = false,
    sendTestMail,
    sendTestPage,
    search,
    providers = [],
  } = parts;
  const cookies = parse(request.headers.cookie ?? "");
  const address = readAddress(request, env.BASE_URL);
  const { origin } = address;
  const visit: Visit = {
    db: database.db,
    env,
    log: response.locals.log,
    viewer: null,
    words: requestWords(request),
    portal: portalFor(request),
    theme: readTheme(cookies[themeCookie]),
    toast: readToast(cookies[toastCookie]),
    address,
    query: new Query(address.searchParams),
    path: address.pathname + address.search,
    origin,
    ip: request.ip ?? "",
    showsOutbox,
    isMute: !showsOutbox && env.JOBS === "here" && !hasMail(env),
    isHotReloading,
    sendTestMail,
    sendTestPage,
    search: search ?? ((viewer, question) => searchPosts(database.db, viewer, question)),
    providers,
    formWithFiles: openFormWithFiles(request, parts.store),
    sessionId: readSessionCookie(cookies),
    device: deviceName(request.headers["user-agent"]),
    signedInAt: null,
    isByPasskey: false,
    needsPasskey: false,
    outgoing: outgoingOf(response, origin),
  };
  await recognise(visit, { isNamedAsBefore: isNamedAsBefore(cookies, origin), zone: cookies[zoneCookie] });
  return visit;
}

const outgoingOf = (response: Response, origin: string): Outgoing => ({
  setCookie(name, value, { maxAge = year, httpOnly = true } = {}) {
    const secure = origin.startsWith("https:");
    response.append("Set-Cookie", serialize(name, value, { path: "/", sameSite: "lax", secure, httpOnly, maxAge }));
  },
  letFrame(origins) {
    const policy = String(response.getHeader("Content-Security-Policy"));
    response.setHeader("Content-Security-Policy", framedBy(policy, origins));
    // The older header knows no list; browsers that know the newer one go by that.
    response.removeHeader("X-Frame-Options");
  },
});

async function recognise(
  visit: Visit,
  { isNamedAsBefore, zone }: { isNamedAsBefore: boolean; zone: string | undefined },
): Promise<void> {
  if (!visit.sessionId) return;
  if (isNamedAsBefore) visit.outgoing.setCookie(formerSessionCookie, "", { maxAge: 0 });
  const session = await readSession(visit.db, visit.sessionId);
  if (!session) {
    visit.sessionId = undefined;
    return visit.outgoing.setCookie(sessionCookieAt(visit.origin), "", { maxAge: 0 });
  }
  const { viewer, needsPasskey } = await recogniseViewer(visit, session);
  visit.viewer = viewer;
  visit.needsPasskey = needsPasskey;
  visit.signedInAt = session.signedInAt;
  visit.isByPasskey = session.isByPasskey;
  visit.words = ownWords(visit.words, session.timeZone, zone, visit.portal.texts);
  if (session.fresh || isNamedAsBefore) refreshCookie(visit);
}
