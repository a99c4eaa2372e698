import type { ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { freePort } from "../support/free-port";
import { startChild } from "./child";
import { untilReady } from "./until-ready";

export interface AppProcess {
  origin: string;
  child: ChildProcess;
  /** Seconds from the start of the process until it takes requests. */
  readyAfter: number;
}

/** The app as it is in production, in a process of its own; other processes do the jobs that follow. */
export async function startApp(databaseUrl: string, besides: Record<string, string> = {}): Promise<AppProcess> {
  const port = await freePort();
  const begun = performance.now();
  const child = startChild("build/server/main.js", {
    PATH: process.env.PATH,
    NODE_ENV: "production",
    DATABASE_URL: databaseUrl,
    SESSION_SECRET: randomBytes(32).toString("hex"),
    LOG_LEVEL: "warn",
    JOBS: "elsewhere",
    HOST: "127.0.0.1",
    PORT: String(port),
    BASE_URL: `http://127.0.0.1:${port}`,
    // One address asks more here than any other does.
    RATE_LIMITS: "off",
    ...besides,
  });
  const origin = `http://127.0.0.1:${port}`;
  await untilReady(origin, child, 10);
  return { origin, child, readyAfter: (performance.now() - begun) / 1000 };
}

/** Megabytes that a process holds in memory now; undefined where the system does not tell. */
export async function memoryOf({ pid }: ChildProcess): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const kilobytes = /^VmRSS:\s+(\d+)/m.exec(status)?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
}
