import type { IncomingMessage, ServerResponse } from "node:http";
import type { Visit } from "../visit.server";
import { keepPage } from "./kept-page.server";
import type { PageCache } from "./open-page-cache.server";
import { sendPage } from "./send-page.server";

/**
 * Keeps the page that a visit got, if others would get the same, and sends it from there. Its headers stand at the
 * response already. False if it has to be sent as usual.
 */
export function offerPage(
  { pages, renderings }: PageCache,
  { outgoing: { shown, page: html }, viewer }: Visit,
  { request, response }: { request: IncomingMessage; response: ServerResponse },
): boolean {
  const rendering = renderings.get(request);
  const headers = response.getHeaders();
  if (!rendering || !shown || !html || viewer || response.statusCode !== 200 || headers["set-cookie"]) return false;
  const { "x-request-id": id, ...lasting } = headers;
  const flat = Object.entries(lasting).flatMap(([name, value]) => [name, String(value)]);
  const page = keepPage(rendering.key, shown, html, flat);
  rendering.end(page);
  for (const name of Object.keys(headers)) response.removeHeader(name);
  sendPage(pages, page, { request, response, more: ["X-Request-Id", String(id), "Cache-Status", "pages; fwd=miss"] });
  return true;
}
