import type { ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Sql } from "postgres";
import { startApp } from "./app-process";
import { startChild, stopChild } from "./child";
import type { Measured } from "./measure";

/** All processes that take part while a database is looked at. */
export interface Stage {
  /** Of the database. */
  url: string;
  /** Makes every page anew. */
  app: Measured;
  /** As it comes, with a cache. */
  cachedApp: Measured;
  floor: ChildProcess;
  json: ChildProcess;
  bare: ChildProcess;
  load: ChildProcess;
  otherLoad: ChildProcess;
  /** Where the next scenario finds its responses at the servers beside the app. */
  nextPlace: number;
}

export async function openStage(url: string, sql: Sql): Promise<Stage> {
  const app = await startApp(url, { PAGE_CACHE_MB: "0" });
  const cachedApp = await startApp(url);
  return {
    url,
    app: { ...app, sql },
    cachedApp: { ...cachedApp, sql },
    floor: startChild(here("floor.ts")),
    json: startChild(here("json-list.ts")),
    bare: startChild(here("bare.ts")),
    load: startChild(here("load.ts")),
    otherLoad: startChild(here("load.ts")),
    nextPlace: 0,
  };
}

export async function closeStage(stage: Stage): Promise<void> {
  const { app, cachedApp, floor, json, bare, load, otherLoad } = stage;
  await Promise.all([load, otherLoad, floor, json, bare, app.child, cachedApp.child].map(stopChild));
}

function here(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}
