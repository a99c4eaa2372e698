import type { ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "../support/free-port";
import { startChild } from "./child";

const patience = 60_000;

export interface AppProcess {
  origin: string;
  child: ChildProcess;
}

/** The app as it is in production, in a process of its own. */
export async function startApp(databaseUrl: string): Promise<AppProcess> {
  const port = await freePort();
  const child = startChild("build/server/main.js", {
    PATH: process.env.PATH,
    NODE_ENV: "production",
    DATABASE_URL: databaseUrl,
    SESSION_SECRET: randomBytes(32).toString("hex"),
    LOG_LEVEL: "warn",
    HOST: "127.0.0.1",
    PORT: String(port),
  });
  const origin = `http://127.0.0.1:${port}`;
  const deadline = Date.now() + patience;
  while (!(await isReady(origin))) {
    if (child.exitCode !== null) throw new Error("The app did not start.");
    if (Date.now() > deadline) throw new Error("The app does not become ready.");
    await pause(100);
  }
  return { origin, child };
}

async function isReady(origin: string): Promise<boolean> {
  const response = await fetch(`${origin}/readyz`, { signal: AbortSignal.timeout(5000) }).catch(() => undefined);
  return response?.status === 200;
}
