import * as build from "virtual:remix/server-build";
import { EnvError, readEnv } from "./env.server";
import { createLog } from "./log.server";
import { start, stopOnSignal } from "./start.server";

// `npm start`: production.

try {
  const env = readEnv({ ...process.env, NODE_ENV: process.env.NODE_ENV ?? "production" });
  const log = createLog(env.LOG_LEVEL);
  stopOnSignal(await start({ build, env, log }), log);
} catch (error) {
  console.error(error instanceof EnvError ? error.message : error);
  process.exit(1);
}
