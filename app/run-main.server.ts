import * as build from "virtual:remix/server-build";
import { readEnv } from "./env.server";
import { explainStart } from "./explain-start.server";
import { createLog } from "./log.server";
import { requireReachable } from "./require-reachable.server";
import { start, stopOnSignal } from "./start.server";

/** Starts the portal, or says why it cannot. */
export async function runMain(): Promise<void> {
  try {
    const env = readEnv(process.env);
    requireReachable(env);
    const log = createLog(env.LOG_LEVEL);
    stopOnSignal(await start({ build, env, log }), log);
  } catch (error) {
    console.error(explainStart(error));
    process.exit(1);
  }
}
