import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Log } from "~/log.server";
import type { PortalStore } from "~/models/core/settings/settings.server";
import { beginRequest } from "../request-log.server";
import type { KeptPage } from "./kept-page.server";
import { pageKey } from "./key.server";
import type { PageCache } from "./open-page-cache.server";
import { hasChanged } from "./pages.server";
import { sendPage } from "./send-page.server";

interface Server {
  cache: PageCache;
  portal: PortalStore;
  log: Log;
  /** Whether pages have one site in their addresses, whatever visitors call it. */
  isSiteKnown: boolean;
  /** Answers all that has no page kept. */
  app: RequestListener;
}

interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
}

const mostTries = 3;

/** Answers visitors with the pages that are kept; nothing of the app runs for them. */
export function servePages({ cache, portal, log, isSiteKnown, app }: Server): RequestListener {
  const { pages } = cache;

  return (request, response) => {
    const exchange = { request, response };
    const { settings } = portal.latest();
    const key = cache.isOpen() && !settings.isPrivate ? pageKey(request, settings, isSiteKnown) : undefined;
    const page = key === undefined ? undefined : pages.find(key);
    if (page) send(page, exchange);
    else if (key === undefined || request.method === "HEAD") app(request, response);
    else void take(key, exchange);
  };

  function send(page: KeptPage, { request, response }: Exchange): void {
    const id = beginRequest(log, request, response);
    sendPage(pages, page, { request, response, more: ["X-Request-Id", id, "Cache-Status", "pages; hit"] });
  }

  /** One renders a page that many want; the others wait for it. */
  async function take(key: string, exchange: Exchange): Promise<void> {
    for (let tries = 0; tries < mostTries; tries++) {
      const kept = pages.find(key);
      if (kept) return send(kept, exchange);
      const rendering = pages.rendering(key);
      if (!rendering) return render(key, exchange);
      const before = rendering.touches.length;
      const page = await rendering.result;
      if (page === "abandoned") continue;
      if (!page || !cache.isOpen()) break;
      // What had changed before we came has to be on the page that we get.
      if (!hasChanged(page, rendering.touches.slice(0, before))) return send(page, exchange);
    }
    app(exchange.request, exchange.response);
  }

  function render(key: string, { request, response }: Exchange): void {
    const rendering = pages.begin(key);
    cache.renderings.set(request, rendering);
    response.once("close", () => rendering.end(response.writableEnded ? undefined : "abandoned"));
    app(request, response);
  }
}
