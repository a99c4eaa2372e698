import type { IncomingMessage } from "node:http";
import type { Database } from "#db/client.server";
import { readTouches } from "~/models/core/events/touch.server";
import { createPages, type Pages, type Rendering } from "./pages.server";

export interface PageCache {
  pages: Pages;
  /** Which requests render a page that others may get, too. */
  renderings: WeakMap<IncomingMessage, Rendering>;
  /** Whether we would know of changes; while not, no page is kept or taken from here. */
  isOpen(): boolean;
  close(): Promise<void>;
}

const megabyte = 1_000_000;

/** Keeps pages as long as nothing tells that they have changed. */
export function openPageCache(database: Database, megabytes: number): PageCache {
  const pages = createPages(megabytes * megabyte);
  const { isOpen, close } = database.listen({
    topic: "pages",
    received: (text) => pages.touch(readTouches(text)),
    missed: () => pages.touch(["all"]),
  });
  return { pages, renderings: new WeakMap(), isOpen, close };
}
