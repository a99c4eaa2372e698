import { readFile } from "node:fs/promises";
import { PGlite } from "@electric-sql/pglite";
import type { Logger } from "drizzle-orm";
import postgres from "postgres";
import type { ProvidedContext } from "vitest";
import type { Database } from "#db/client.server";
import { fromPglite } from "#db/embedded-database.server";
import { embeddedExtensions } from "#db/embedded-extensions.server";
import { openServerDatabase } from "#db/server-database.server";
import { sweep } from "./emptying";

type Place = ProvidedContext["database"];

/** What a test file has as long as it runs. */
export interface Borrowed {
  database: Database;
  /** Of the database on its server. */
  name: string;
  giveBack(): Promise<void>;
}

/**
 * Lends a test file a migrated database: the one of this worker, in which the files before it have left their rows, or
 * one that nobody had before and nobody gets afterwards. Either way its connections and all that the app remembers of a
 * database are new.
 */
export function borrowDatabase(place: Place, { isOwn, logger }: { isOwn: boolean; logger: Logger }): Promise<Borrowed> {
  return place.kind === "embedded" ? borrowEmbedded(place, isOwn, logger) : borrowOnServer(place, isOwn, logger);
}

let ofWorker: Promise<PGlite> | undefined;

async function borrowEmbedded({ template }: Place, isOwn: boolean, logger: Logger): Promise<Borrowed> {
  const load = async () =>
    PGlite.create({ loadDataDir: new Blob([await readFile(template)]), extensions: embeddedExtensions });
  if (!isOwn) ofWorker ??= load();
  const pglite = await (isOwn ? load() : (ofWorker as Promise<PGlite>));
  const database = fromPglite(pglite, undefined, logger);
  async function leave(): Promise<void> {
    if (!(await isSwept(database))) ofWorker = undefined;
    // Nobody else begins a checkpoint here, and without one the log of what was written would fill the memory.
    await pglite.exec("checkpoint");
  }
  return { database, name: "", giveBack: isOwn ? () => database.close() : leave };
}

let nameOfWorker: Promise<string> | undefined;

async function borrowOnServer(place: Extract<Place, { kind: "server" }>, isOwn: boolean, logger: Logger) {
  const admin = postgres(place.url, { max: 1, fetch_types: false, onnotice: () => {} });
  const create = async () => {
    // The global setup drops all whose names begin like this.
    const name = `${place.template}_${Math.random().toString(36).slice(2, 8)}`;
    await admin.unsafe(`create database ${name} template ${place.template}`);
    return name;
  };
  if (!isOwn) nameOfWorker ??= create();
  const name = await (isOwn ? create() : (nameOfWorker as Promise<string>));
  const url = new URL(place.url);
  url.pathname = `/${name}`;
  const database = openServerDatabase(url.href, undefined, logger);
  async function drop(): Promise<void> {
    await admin.unsafe(`drop database ${name} with (force)`);
  }
  async function leave(): Promise<void> {
    await admin.unsafe(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`);
    const sweeper = openServerDatabase(url.href, 1);
    if (!(await isSwept(sweeper))) nameOfWorker = undefined;
    await sweeper.close();
  }
  async function giveBack(): Promise<void> {
    await database.close();
    await (isOwn ? drop : leave)();
    await admin.end();
  }
  return { database, name, giveBack };
}

/** False where a test has left tables that the next file must not find. */
const isSwept = ({ db }: Database): Promise<boolean> =>
  sweep(db).then(
    () => true,
    () => false,
  );
