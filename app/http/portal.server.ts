import type { IncomingMessage } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import type { Request, RequestHandler } from "express";
import { initialPortal, type Portal, type PortalStore } from "~/models/core/settings/settings.server";

const found = new WeakMap<IncomingMessage, Portal>();
const storeName = "portal";
/** Milliseconds, where the database does not answer. */
const patience = 2000;

/** Has each request find the portal as it is set up when it comes; as it was last, where the database is away. */
export function findPortal(store: PortalStore): RequestHandler {
  return async (request, _response, next) => {
    request.app.set(storeName, store);
    found.set(request, store.known() ?? (await inTime(store)));
    next();
  };
}

async function inTime(store: PortalStore): Promise<Portal> {
  const end = new AbortController();
  const late = pause(patience, undefined, { ref: false, signal: end.signal });
  try {
    return await Promise.race([store.read(), late.then(() => store.latest())]);
  } catch {
    return store.latest();
  } finally {
    end.abort();
    late.catch(() => {});
  }
}

/** For what answers before {@link findPortal}, too. */
export function portalFor(request: Request): Portal {
  const store: PortalStore | undefined = request.app.get(storeName);
  return found.get(request) ?? store?.latest() ?? initialPortal;
}
