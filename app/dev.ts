import { createServer as createHttpServer } from "node:http";
import type { ServerBuild } from "@remix-run/node";
import express, { type Express } from "express";
import { createServer as createVite } from "vite";
import { migrate } from "#db/migrate.server";
import { readEnv } from "./env.server";
import type { Parts } from "./http/parts.server";
import { openOutside } from "./integrations/open-outside.server";
import { searcher } from "./jobs/ask-search-engine.server";
import { fileStore } from "./jobs/file-store.server";
import { testMailSender } from "./jobs/send-test-mail.server";
import { testPageSender } from "./jobs/send-test-page.server";
import { startWork } from "./jobs/start-work.server";
import { createLog } from "./log.server";
import { openPortal } from "./models/core/settings/settings.server";
import { openPortalDatabase } from "./open-portal-database.server";

// `npm run dev`: Vite compiles pages and server as they are asked for, and the browser reloads on a change.

const env = readEnv(process.env);
const log = createLog(env.LOG_LEVEL);
const database = await openPortalDatabase(env);
await migrate(database);
const portal = openPortal(database);
const outside = openOutside(env, log, { showsOutbox: true });
const { mailer, engine, providers, pager } = outside;
const sendTestMail = testMailSender({ db: database.db, env, portal, mailer });
const sendTestPage = pager && testPageSender(pager);
const search = engine && searcher({ db: database.db, engine, log });

const app = express();
const server = createHttpServer(app);
const vite = await createVite({ server: { middlewareMode: true, hmr: { server } }, appType: "custom" });
app.use(vite.middlewares);
app.use(async (request, response, next) => {
  try {
    (await currentApp())(request, response, next);
  } catch (error) {
    vite.ssrFixStacktrace(error as Error);
    next(error);
  }
});

const store = fileStore(outside, log);
let latest: { build: unknown; app: Express } | undefined;

/** The app as the files are now; made anew when one of them has changed. */
async function currentApp(): Promise<Express> {
  const build = (await vite.ssrLoadModule("virtual:remix/server-build")) as ServerBuild;
  const { createApp } = (await vite.ssrLoadModule("/app/server.ts")) as { createApp(parts: Parts): Express };
  if (latest?.build !== build) {
    const shown = { isHotReloading: true, showsOutbox: true };
    const parts = { build, database, portal, store, env, log, ...shown, sendTestMail, sendTestPage, search, providers };
    latest = { build, app: createApp(parts) };
  }
  return latest.app;
}

const origin = env.BASE_URL ?? `http://localhost:${env.PORT}`;
const stopWork = await startWork({ database, portal, env, log, origin, outside });
server.listen(env.PORT, env.HOST, () => log.info({ origin }, "ready; mails are at /dev/outbox"));

process.once("SIGINT", stop).once("SIGTERM", stop);

async function stop(): Promise<void> {
  await stopWork();
  await vite.close();
  await database.close();
  process.exit(0);
}
