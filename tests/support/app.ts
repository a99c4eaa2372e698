import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { ServerBuild } from "@remix-run/node";
import type { RouteConfigEntry } from "@remix-run/route-config";
import { afterAll, beforeAll } from "vitest";
import type { Database } from "#db/client.server";
import * as entry from "~/entry.server";
import { type Env, readEnv } from "~/env.server";
import type { Search, SendTestMail } from "~/http/visit.server";
import { createLog } from "~/log.server";
import * as root from "~/root";
import routes from "~/routes";
import { createApp } from "~/server";
import { database } from "./database";

const modules = import.meta.glob<ServerBuild["entry"]["module"]>("../../app/routes/**/*.{ts,tsx}");

/** The routes as the bundler would hand them to the server. */
async function assemble(): Promise<ServerBuild> {
  const manifest: Record<string, unknown> = { root: { id: "root", path: "", module: root } };
  for (const { file, path, index } of (await routes) as RouteConfigEntry[]) {
    const module = await modules[`../../app/${file}`]?.();
    manifest[file] = { id: file, parentId: "root", path, index, module };
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

let server: Server | undefined;

/** The whole app behind a real port, on this file's database. */
export function useApp(
  change: Partial<Env> = {},
  {
    showsOutbox = true,
    on = () => database,
    sendTestMail,
    search,
  }: { showsOutbox?: boolean; on?: () => Database; sendTestMail?: SendTestMail; search?: Search } = {},
): void {
  beforeAll(async () => {
    const env = { ...readEnv({ NODE_ENV: "test", SESSION_SECRET: secret, ADMIN_EMAIL: "ada@example.com" }), ...change };
    const log = createLog("info", { write: (line) => void logged.push(JSON.parse(line)) });
    const app = createApp({ build: await assemble(), database: on(), env, log, showsOutbox, sendTestMail, search });
    server = app.listen(0, "127.0.0.1");
    await new Promise((resolve) => server?.once("listening", resolve));
  });
  afterAll(() => new Promise((resolve) => server?.close(resolve)));
}

export const secret = "a secret of at least thirty-two characters";

export function origin(): string {
  if (!server) throw new Error("Call useApp() at the top of the test file.");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
