import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, rm } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "../support/free-port";

const patience = 120_000;
/** The portal in which staff.setup.ts has signed the staff in; every other demo begins as a copy of it. */
const signedIn = () => path.join(process.env.E2E_DATA_DIR ?? "", "signed-in");

export interface Demo {
  url: string;
  stop(): Promise<void>;
}

/** What it is told over its channel, tests/e2e/moved-clock.js hears. */
interface Told extends Demo {
  say(text: string): void;
}

/** A demo whose clock the test moves. */
export interface DemoInTime extends Demo {
  /** Resolves once what comes by the clock is under way. */
  goTo(time: Date): Promise<void>;
}

/** Starts the demo that the others will be copies of; it is kept when it stops. */
export const startFirstDemo = async (): Promise<Demo> => start({ folder: signedIn(), port: await freePort() });

/**
 * Starts a demo of somebody's own, gone when it stops.
 * @param env what it is told besides
 * @param prepare what is done to its files first
 */
export async function startDemo(
  env: Record<string, string> = {},
  port?: number,
  prepare?: (folder: string) => Promise<void>,
): Promise<Told> {
  const taken = port ?? (await freePort());
  const folder = path.join(process.env.E2E_DATA_DIR ?? "", `demo-${taken}`);
  await cp(signedIn(), folder, { recursive: true });
  await prepare?.(folder);
  const demo = await start({ folder, port: taken, env });
  async function stop(): Promise<void> {
    await demo.stop();
    await rm(folder, { recursive: true });
  }
  return { ...demo, stop };
}

/**
 * The same at another time.
 * @param time later than now: nobody has been here yet
 */
export async function startDemoInTime(time: Date, env: Record<string, string>): Promise<DemoInTime> {
  const { say, ...demo } = await startDemo({ ...env, CLOCK: time.toISOString() });
  async function goTo(next: Date): Promise<void> {
    // What is due by the clock is queued every half minute, taken from there within ten seconds, and found within three.
    for (const seconds of [0, 11, 15]) {
      say(new Date(next.getTime() + seconds * 1000).toISOString());
      await pause(250);
    }
  }
  return { ...demo, goTo };
}

interface Start {
  folder: string;
  port: number;
  env?: Record<string, string>;
}

async function start({ folder, port, env }: Start): Promise<Told> {
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, ["--import", "./tests/e2e/moved-clock.js", "build/server/demo.js"], {
    env: { PATH: process.env.PATH, PORT: String(port), DATA_DIR: folder, LOG_LEVEL: "warn", ...env } as never,
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const exited = once(child, "exit");
  const deadline = Date.now() + patience;
  while (!(await isReady(url))) {
    if (child.exitCode !== null) throw new Error("The demo did not start.");
    if (Date.now() > deadline) throw new Error("The demo is not ready.");
    await pause(50);
  }
  return {
    url,
    say: (text: string) => child.send(text),
    async stop() {
      child.kill("SIGTERM");
      await exited;
    },
  };
}

const isReady = (url: string): Promise<boolean> =>
  fetch(`${url}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );
