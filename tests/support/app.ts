import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import type { LoaderFunction, LoaderFunctionArgs, ServerBuild } from "@remix-run/node";
import type { RouteConfigEntry } from "@remix-run/route-config";
import { afterAll, beforeAll } from "vitest";
import type { Database } from "#db/client.server";
import { closeServer } from "~/close-server.server";
import * as entry from "~/entry.server";
import { type Env, readEnv } from "~/env.server";
import { openPageCache } from "~/http/page-cache/open-page-cache.server";
import type { Parts } from "~/http/parts.server";
import type { SignInProvider } from "~/http/sign-in-provider";
import type { Search, SendTestMail, SendTestPage, Visit } from "~/http/visit.server";
import type { Scan } from "~/integrations/clamav/scan.server";
import { openFolder } from "~/integrations/storage/folder.server";
import type { Storage } from "~/integrations/storage/storage";
import { fileStore } from "~/jobs/file-store.server";
import { createLog } from "~/log.server";
import * as root from "~/root";
import routes from "~/routes";
import { createServer } from "~/server";
import { database } from "./database";
import { openTestPortal } from "./portal";

const modules = import.meta.glob<ServerBuild["entry"]["module"]>("../../app/routes/**/*.{ts,tsx}");

/** What a loader returned to whom. */
type HearLoader = (visit: Visit, data: unknown) => void;

/** The same route, of which somebody hears what its loader returns: a page may show less. */
function overheard(module: object | undefined, hear: HearLoader): object {
  const { loader } = module as { loader?: LoaderFunction };
  if (!loader) return { ...module };
  return {
    ...module,
    async loader(args: LoaderFunctionArgs) {
      const data = await loader(args);
      hear(args.context, data);
      return data;
    },
  };
}

/** The routes as the bundler would hand them to the server. */
async function assemble(hearLoader: HearLoader | undefined): Promise<ServerBuild> {
  const manifest: Record<string, unknown> = { root: { id: "root", path: "", module: root } };
  for (const { file, id = file, path, index } of (await routes) as RouteConfigEntry[]) {
    const module = await modules[`../../app/${file}`]?.();
    manifest[id] = { id, parentId: "root", path, index, module: hearLoader ? overheard(module, hearLoader) : module };
  }
  const assets = { entry: { module: "/entry.js", imports: [] }, routes: {}, url: "", version: "" };
  const future = { v3_relativeSplatPath: true, v3_throwAbortReason: true, v3_lazyRouteDiscovery: true };
  return {
    entry: { module: entry },
    routes: manifest,
    assets: {
      ...assets,
      routes: Object.fromEntries(
        Object.entries(manifest).map(([id, route]) => [id, { ...(route as object), module: "" }]),
      ),
    },
    publicPath: "/",
    assetsBuildDirectory: "",
    basename: "/",
    future,
    isSpaMode: false,
  } as unknown as ServerBuild;
}

export interface LogLine extends Record<string, unknown> {
  level: string;
}

/** What the app under test has logged since the test file began. */
export const logged: LogLine[] = [];

interface Options {
  showsOutbox?: boolean;
  on?: () => Database;
  sendTestMail?: SendTestMail;
  sendTestPage?: SendTestPage;
  search?: Search;
  /** Where files lie; in a folder of this test file's own where nothing is said. */
  storage?: Storage;
  /** Looks for viruses. */
  scan?: Scan;
  providers?: (env: Env) => SignInProvider[];
  hearLoader?: HearLoader;
}

export interface RunningApp {
  parts: Parts;
  origin: string;
  stop(): Promise<void>;
}

/** The whole app behind a real port; pages are kept where `PAGE_CACHE_MB` says so. */
export async function startApp(
  change: Partial<Env> = {},
  {
    on = () => database,
    showsOutbox = true,
    sendTestMail,
    sendTestPage,
    search,
    storage = openFolder(filesFolder),
    scan,
    providers,
    hearLoader,
  }: Options = {},
): Promise<RunningApp> {
  const given = {
    NODE_ENV: "test" as const,
    SESSION_SECRET: secret,
    ADMIN_EMAIL: "ada@example.com",
    PAGE_CACHE_MB: "0",
    // Every visitor of the tests says where they come from.
    TRUST_PROXY: "loopback",
  };
  const env = { ...readEnv(given), ...change };
  const log = createLog("info", { write: (line) => void logged.push(JSON.parse(line)) });
  const pageCache = env.PAGE_CACHE_MB > 0 ? openPageCache(on(), env.PAGE_CACHE_MB) : undefined;
  const portal = openTestPortal(on());
  const parts = {
    build: await assemble(hearLoader),
    database: on(),
    portal,
    store: fileStore({ storage, scan }, log),
    env,
    log,
    showsOutbox,
    sendTestMail,
    sendTestPage,
    search,
    providers: providers?.(env),
    pageCache,
  };
  const server = createServer(parts).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  return {
    parts,
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      await closeServer(server);
      await pageCache?.close();
      await portal.close();
    },
  };
}

let running: RunningApp | undefined;

/** Where files lie while a test file runs. */
export const filesFolder = mkdtempSync(path.join(tmpdir(), "groundswell-files-"));
afterAll(() => rmSync(filesFolder, { recursive: true, force: true }));

/** The app of this test file, on the file's database. */
export function useApp(change: Partial<Env> = {}, options: Options = {}): void {
  beforeAll(async () => {
    // Files of one worker share what they import.
    logged.length = 0;
    running = await startApp(change, options);
  });
  afterAll(() => running?.stop());
}

/** What it is made of. */
export function parts(): Parts {
  if (!running) throw new Error("Call useApp() at the top of the test file.");
  return running.parts;
}

export const secret = "a secret of at least thirty-two characters";

export function origin(): string {
  if (!running) throw new Error("Call useApp() at the top of the test file.");
  return running.origin;
}
