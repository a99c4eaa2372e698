/** The path and search of a request. */
export function here(request: Request): string {
  const { pathname, search } = new URL(request.url);
  return pathname + search;
}

/** `path` if it leads somewhere on this site, else `fallback`: no address of a stranger gets through. */
export function safePath(path: string | null | undefined, fallback = "/"): string {
  if (!path?.startsWith("/") || /^\/[/\\]/.test(path) || /[\n\r\t\\]/.test(path)) return fallback;
  const url = new URL(path, "http://here.invalid");
  return url.host === "here.invalid" ? url.pathname + url.search + url.hash : fallback;
}

/** Where the visitor came from, if that was here. */
export function backPath(request: Request, origin: string, fallback: string): string {
  const referer = request.headers.get("Referer") ?? "";
  const isOurs = URL.canParse(referer) && new URL(referer).origin === origin;
  return isOurs ? safePath(referer.slice(origin.length), fallback) : fallback;
}
