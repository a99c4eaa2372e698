import { readFile } from "node:fs/promises";
import { PGlite } from "@electric-sql/pglite";
import { type Logger, sql } from "drizzle-orm";
import postgres from "postgres";
import type { ProvidedContext } from "vitest";
import type { Database } from "#db/client.server";
import { fromPglite } from "#db/embedded-database.server";
import { embeddedExtensions } from "#db/embedded-extensions.server";
import { openServerDatabase } from "#db/server-database.server";
import { empty, sweep } from "./emptying";

type Place = ProvidedContext["database"];

/** What a test file has as long as it runs. */
export interface Borrowed {
  database: Database;
  /** Of the database on its server. */
  name: string;
  /** As `emptying.ts` has it. */
  empty(): Promise<void>;
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
  return { database, name: "", empty: () => empty(database.db), giveBack: isOwn ? () => database.close() : leave };
}

type Server = Extract<Place, { kind: "server" }>;

/** A worker's database, and the connection that empties it: to learn how takes one as long as to do it seven times. */
interface Kept {
  name: string;
  emptier: Database;
}

let keptByWorker: Promise<Kept> | undefined;

async function borrowOnServer(place: Server, isOwn: boolean, logger: Logger): Promise<Borrowed> {
  if (isOwn) return borrowNew(place, logger);
  keptByWorker ??= createOnServer(place).then((name) => ({
    name,
    emptier: openServerDatabase(addressOf(place, name), 1),
  }));
  const { name, emptier } = await keptByWorker;
  const database = openServerDatabase(addressOf(place, name), undefined, logger);
  async function giveBack(): Promise<void> {
    await database.close();
    await emptier.db.execute(sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`);
    if (await isSwept(emptier)) return;
    keptByWorker = undefined;
    await emptier.close();
  }
  return { database, name, empty: () => empty(emptier.db), giveBack };
}

async function borrowNew(place: Server, logger: Logger): Promise<Borrowed> {
  const name = await createOnServer(place);
  const database = openServerDatabase(addressOf(place, name), undefined, logger);
  async function giveBack(): Promise<void> {
    await database.close();
    await administer(place, `drop database ${name} with (force)`);
  }
  return { database, name, empty: () => empty(database.db), giveBack };
}

async function createOnServer(place: Server): Promise<string> {
  // The global setup drops all whose names begin like this.
  const name = `${place.template}_${Math.random().toString(36).slice(2, 8)}`;
  await administer(place, `create database ${name} template ${place.template}`);
  return name;
}

async function administer({ url }: Server, statement: string): Promise<void> {
  const admin = postgres(url, { max: 1, fetch_types: false, onnotice: () => {} });
  await admin.unsafe(statement);
  await admin.end();
}

function addressOf({ url }: Server, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}

/** False where a test has left tables that the next file must not find. */
const isSwept = ({ db }: Database): Promise<boolean> =>
  sweep(db).then(
    () => true,
    () => false,
  );
