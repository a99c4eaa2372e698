/** The path and search of a request. */
export function here(request: Request): string {
  const { pathname, search } = new URL(request.url);
  return pathname + search;
}

/** The origin that paths are resolved against, to see whether they lead off this site. */
const somewhere = "http://here.invalid";

/** `path` if it leads somewhere on this site, else `fallback`: no address of a stranger gets through. */
export function safePath(path: string | null | undefined, fallback = "/"): string {
  if (!path?.startsWith("/") || !URL.canParse(path, somewhere)) return fallback;
  const url = new URL(path, somewhere);
  // What is left of `/..//host` are two slashes and a host, so what counts is the path as it will be sent.
  if (url.origin !== somewhere || /^\/[/\\]/.test(url.pathname)) return fallback;
  return url.pathname + url.search + url.hash;
}

/** The path of the page that sent the request, if it is on this site; else `fallback`. */
export function backPath(request: Request, origin: string, fallback: string): string {
  const referer = request.headers.get("Referer") ?? "";
  const isOurs = URL.canParse(referer) && new URL(referer).origin === origin;
  return isOurs ? safePath(referer.slice(origin.length), fallback) : fallback;
}
