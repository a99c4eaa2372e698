import * as build from "virtual:remix/server-build";
import { FolderInUse } from "#db/folder-lock.server";
import { type Env, EnvError, readEnv } from "~/env.server";
import { createLog } from "~/log.server";
import { start, stopOnSignal } from "~/start.server";
import { seedDemo } from "./seed-demo.server";
import { welcome } from "./welcome";

/** The outbox shows everybody's sign-in codes, so it is for this machine alone unless somebody says otherwise. */
const defaults = { HOST: "127.0.0.1", ADMIN_EMAIL: "ada@example.com", LOG_LEVEL: "warn" };

/** Starts the portal with its outbox open, seeded when there is nothing in it yet. */
export async function runDemo(): Promise<void> {
  let env: Env | undefined;
  try {
    env = readDemoEnv();
    const log = createLog(env.LOG_LEVEL);
    console.log("Opening the demo. The first time it also writes its history, which takes some seconds.");
    const running = await start({
      build,
      env,
      log,
      showsOutbox: true,
      prepare: async ({ db }) => void (await seedDemo(db)),
    });
    stopOnSignal(running, log);
    console.log(welcome(running.origin, env));
  } catch (error) {
    console.error(explain(error, env));
    process.exit(1);
  }
}

function readDemoEnv(): Env {
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""));
  return readEnv({ ...defaults, ...given, NODE_ENV: "production" });
}

/** A sentence for what may be expected to go wrong, the error itself for anything else. */
function explain(error: unknown, env: Env | undefined): unknown {
  if (error instanceof EnvError || error instanceof FolderInUse) return error.message;
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code !== "EADDRINUSE" || syscall !== "listen") return error;
  const port = env?.PORT ?? 0;
  return `Port ${port} is taken by another program. Choose another one, for example: PORT=${port + 1} npm run demo`;
}
