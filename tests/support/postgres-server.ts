import type { ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { access, constants, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { freePort } from "./free-port";
import { createCluster, findOwner, startServer, stopServer } from "./postgres-cluster";

const patience = 60_000;

export interface PostgresServer {
  /** Of its superuser, on the database `postgres`. */
  url: string;
  /** Ends it and removes its files. */
  stop(): Promise<void>;
}

/** What lasts no longer than a run of tests need not survive a power failure. */
const careless = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_wal_size: "4GB" };

/**
 * Starts a PostgreSQL server of our own on a free port of 127.0.0.1, its files in a temporary folder. Both are
 * gone when this process is, however it ends.
 * @param settings what `postgresql.conf` shall have besides, by name
 */
export async function startPostgres(settings: Record<string, string> = {}): Promise<PostgresServer> {
  const programs = await findPostgres();
  if (!programs) throw new Error("Found no PostgreSQL: initdb is neither below /usr/lib/postgresql nor in the PATH.");
  const owner = await findOwner();
  const folder = await mkdtemp(path.join(tmpdir(), "groundswell-postgres-"));
  const cluster = { programs, folder, owner, port: await freePort(), password: randomBytes(16).toString("hex") };
  try {
    await createCluster(cluster);
  } catch (error) {
    await rm(folder, { recursive: true });
    throw error;
  }
  const server = startServer(cluster, { ...careless, ...settings });
  const stop = () => stopServer(server);
  const url = `postgres://postgres:${cluster.password}@127.0.0.1:${cluster.port}/postgres`;
  try {
    await untilItAnswers(url, server);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop };
}

/** The folder of PostgreSQL's programs, of the newest version there is; undefined where there is none. */
export async function findPostgres(): Promise<string | undefined> {
  const debian = "/usr/lib/postgresql";
  const versions = (await readdir(debian).catch(() => [])).sort((a, b) => Number(b) - Number(a));
  const inPath = (process.env.PATH ?? "").split(path.delimiter).filter(Boolean);
  for (const folder of [...versions.map((version) => path.join(debian, version, "bin")), ...inPath]) {
    if (await hasPrograms(folder)) return folder;
  }
}

async function hasPrograms(folder: string): Promise<boolean> {
  const programs = ["initdb", "postgres"].map((name) => access(path.join(folder, name), constants.X_OK));
  return (await Promise.allSettled(programs)).every(({ status }) => status === "fulfilled");
}

async function untilItAnswers(url: string, server: ChildProcess): Promise<void> {
  const deadline = Date.now() + patience;
  for (;;) {
    const failure = await ask(url);
    if (!failure) return;
    if (server.exitCode !== null) throw new Error("PostgreSQL did not start.", { cause: failure });
    if (Date.now() > deadline) throw new Error("PostgreSQL does not answer.", { cause: failure });
    await pause(50);
  }
}

/** Resolves to what is wrong. */
async function ask(url: string): Promise<unknown> {
  const sql = postgres(url, { max: 1, fetch_types: false, connect_timeout: 5 });
  try {
    await sql`select 1`;
  } catch (error) {
    return error;
  } finally {
    await sql.end({ timeout: 1 });
  }
}
