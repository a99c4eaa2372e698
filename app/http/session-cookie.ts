const plain = "session";
/** No other host of the domain can set it, and it is not sent without https. */
const bound = "__Host-session";

/** The name of the session's cookie: with the prefix `__Host-` where the site has https. */
export const sessionCookieAt = (origin: string | undefined): string => (origin?.startsWith("https:") ? bound : plain);

type Cookies = Record<string, string | undefined>;

/** The session that a request names, by whichever name. */
export const readSessionCookie = (cookies: Cookies): string | undefined =>
  cookies[bound] || cookies[plain] || undefined;

/** Whether the session still goes by the name from before there was a bound one; that is given up at once. */
export const isNamedAsBefore = (cookies: Cookies, origin: string): boolean =>
  sessionCookieAt(origin) === bound && cookies[plain] !== undefined;

export const formerSessionCookie = plain;
