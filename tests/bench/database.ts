import postgres from "postgres";
import { migrate } from "#db/migrate.server";
import { openServerDatabase } from "#db/server-database.server";
import { startPostgres } from "../support/postgres-server";

const name = "groundswell_bench";

export interface BenchDatabase {
  url: string;
  stop(): Promise<void>;
}

/**
 * An empty, migrated database: on the server at BENCH_DATABASE_URL, where it stays to be looked at until the
 * next run, or else on a server of our own.
 */
export async function openBenchDatabase(): Promise<BenchDatabase> {
  const given = process.env.BENCH_DATABASE_URL;
  // We vacuum ourselves; a vacuum that comes when it likes disturbs what we measure.
  const server = given ? undefined : await startPostgres({ shared_buffers: "512MB", autovacuum: "off" });
  const serverUrl = given ?? server?.url ?? "";
  await createDatabase(serverUrl);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const database = openServerDatabase(url.href);
  await migrate(database);
  await database.close();
  return { url: url.href, stop: async () => server?.stop() };
}

async function createDatabase(serverUrl: string): Promise<void> {
  const sql = postgres(serverUrl, { max: 1, fetch_types: false, onnotice: () => {} });
  await sql.unsafe(`drop database if exists ${name} with (force)`);
  await sql.unsafe(`create database ${name}`);
  await sql.end();
}
