import type { ServerBuild } from "@remix-run/node";
import type { Database } from "#db/client.server";
import type { Env } from "~/env.server";
import type { Log } from "~/log.server";
import type { FileStore } from "~/models/core/files/file-store";
import type { PortalStore } from "~/models/core/settings/settings.server";
import type { PageCache } from "./page-cache/open-page-cache.server";
import type { SignInProvider } from "./sign-in-provider";
import type { Search, SendTestMail, SendTestPage } from "./visit.server";

/** What the server is put together from, and hands to each request. */
export interface Parts {
  /** Remix's routes, built. */
  build: ServerBuild;
  database: Database;
  env: Env;
  log: Log;
  portal: PortalStore;
  /** Where people's files lie. */
  store: FileStore;
  /** Folders of files that are served as they are; immutable where a file's name changes with its content. */
  files?: { folder: string; path: string; immutable: boolean }[];
  /** Where pages for visitors are kept; without it all are rendered. */
  pageCache?: PageCache;
  /** Vite serves the browser's files, and may put styles into the page. */
  isHotReloading?: boolean;
  /** `/dev/outbox` shows every mail: for development and the demo only. */
  showsOutbox?: boolean;
  /** Sends a mail through the configured transport while somebody waits. */
  sendTestMail?: SendTestMail;
  /** Pages somebody for a test while somebody waits. */
  sendTestPage?: SendTestPage;
  /** Asks a search engine; without it the database is asked. */
  search?: Search;
  /** Services outside by which people sign in. */
  providers?: readonly SignInProvider[];
}
