import { migrate } from "#db/migrate.server";
import { readEnv } from "./env.server";
import { explainStart } from "./explain-start.server";
import { openOutside } from "./integrations/open-outside.server";
import { startWork } from "./jobs/start-work.server";
import { createLog } from "./log.server";
import { openPortal } from "./models/core/settings/settings.server";
import { openPortalDatabase } from "./open-portal-database.server";
import { requireReachable } from "./require-reachable.server";
import { stopOnSignal } from "./start.server";

/** Works on jobs beside the web process, or says why it cannot. */
export async function runWorker(): Promise<void> {
  try {
    const env = { ...readEnv(process.env), JOBS: "here" as const };
    requireReachable(env);
    const log = createLog(env.LOG_LEVEL);
    const database = await openPortalDatabase(env);
    await migrate(database);
    const portal = openPortal(database);
    const origin = env.BASE_URL ?? `http://localhost:${env.PORT}`;
    const stopWork = await startWork({ database, portal, env, log, origin, outside: openOutside(env, log) });
    const stop = async () => {
      await stopWork();
      await portal.close();
      await database.close();
    };
    stopOnSignal({ stop }, log);
    log.info({ database: database.kind }, "working");
  } catch (error) {
    console.error(explainStart(error));
    process.exit(1);
  }
}
