import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "../../support/free-port";
import { startChild, stopChild } from "../child";
import { untilReady } from "../until-ready";
import { percentOfCore } from "./percent-of-core";

/** What a figure or two that the first minutes want have done with. */
const settling = 60_000;

/** The demo on the embedded database, with nobody there. */
export async function measureIdleDemo(seconds: number): Promise<{ percent: number }> {
  const folder = await mkdtemp(path.join(tmpdir(), "groundswell-idle-"));
  const port = await freePort();
  const env: NodeJS.ProcessEnv = {
    NODE_ENV: "production",
    PATH: process.env.PATH,
    PORT: String(port),
    HOST: "127.0.0.1",
    DATA_DIR: folder,
    LOG_LEVEL: "warn",
  };
  const demo = startChild("build/server/demo.js", env);
  await untilReady(`http://127.0.0.1:${port}`, demo);
  await pause(settling);
  const percent = await percentOfCore(demo, seconds);
  await stopChild(demo);
  await rm(folder, { recursive: true });
  return { percent };
}
