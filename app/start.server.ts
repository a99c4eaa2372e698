import type { AddressInfo } from "node:net";
import type { ServerBuild } from "@remix-run/node";
import type { Database } from "#db/client.server";
import { migrate } from "#db/migrate.server";
import { closeServer } from "./close-server.server";
import { type Env, hasMail } from "./env.server";
import { openPageCache } from "./http/page-cache/open-page-cache.server";
import { closeOutside, openOutside } from "./integrations/open-outside.server";
import { searcher } from "./jobs/ask-search-engine.server";
import { fileStore } from "./jobs/file-store.server";
import { logPlainTexts } from "./jobs/log-plain-texts.server";
import { testMailSender } from "./jobs/send-test-mail.server";
import { testPageSender } from "./jobs/send-test-page.server";
import { startWork } from "./jobs/start-work.server";
import type { Log } from "./log.server";
import { openPortal } from "./models/core/settings/settings.server";
import { readAhead } from "./models/help/answers/live-index.server";
import { openPortalDatabase } from "./open-portal-database.server";
import { createServer } from "./server";

interface Start {
  build: ServerBuild;
  env: Env;
  log: Log;
  /** Open `/dev/outbox`: for the demo only. */
  showsOutbox?: boolean;
  /** Runs once the database is ready and before anybody is let in. */
  prepare?: (database: Database) => Promise<void>;
}

export interface Running {
  origin: string;
  stop(): Promise<void>;
}

/** Opens the database, brings it up to date, starts the jobs, and lets people in. */
export async function start({ build, env, log, showsOutbox, prepare }: Start): Promise<Running> {
  const database = await openPortalDatabase(env);
  logPlainTexts(log);
  await migrate(database);
  await prepare?.(database);
  const files = [
    { folder: "build/client/assets", path: "/assets", immutable: true },
    { folder: "build/client", path: "/", immutable: false },
  ];
  const portal = openPortal(database);
  await portal.read();
  const outside = openOutside(env, log, { showsOutbox });
  if (!hasMail(env) && !showsOutbox)
    log.error("no mail is sent, so nobody can sign in: set SMTP_URL or RESEND_API_KEY");
  const { mailer, engine, providers, pager } = outside;
  const sendTestMail = testMailSender({ db: database.db, env, portal, mailer });
  const sendTestPage = pager && testPageSender(pager);
  const search = engine && searcher({ db: database.db, engine, log });
  const pageCache = env.PAGE_CACHE_MB > 0 ? openPageCache(database, env.PAGE_CACHE_MB) : undefined;
  const store = fileStore(outside, log);
  const shown = { files, showsOutbox, sendTestMail, sendTestPage, search, providers, pageCache };
  const parts = { build, database, portal, store, env, log, ...shown };
  const server = createServer(parts).listen(env.PORT, env.HOST);
  await new Promise((resolve, reject) => server.once("listening", resolve).once("error", reject));
  // Where it fails, whoever asks first reads them.
  readAhead(database.db).catch(() => {});
  const origin = env.BASE_URL ?? `http://localhost:${(server.address() as AddressInfo).port}`;
  const isHere = env.JOBS === "here";
  const stopWork = isHere
    ? await startWork({ database, portal, env, log, origin, outside })
    : () => closeOutside(outside);
  log.info({ origin, database: database.kind }, "ready");
  return {
    origin,
    async stop() {
      await closeServer(server);
      await pageCache?.close();
      await stopWork();
      await portal.close();
      await database.close();
    },
  };
}

/** Stops at SIGTERM and SIGINT as a whole: whoever is being served is served. */
export function stopOnSignal(running: Pick<Running, "stop">, log: Log): void {
  const stop = async () => {
    log.info("stopping");
    await running.stop();
    log.info("stopped");
    process.exit(0);
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}
