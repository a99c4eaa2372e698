import postgres from "postgres";
import type { Database } from "#db/client.server";
import { migrate } from "#db/migrate.server";
import { openServerDatabase } from "#db/server-database.server";
import { startPostgres } from "../support/postgres-server";

export interface FaultDatabase {
  database: Database & { url: string };
  stop(): Promise<void>;
}

/** An empty, migrated database on a PostgreSQL server of our own. */
export async function openFaultDatabase(name: string): Promise<FaultDatabase> {
  const server = await startPostgres();
  const admin = postgres(server.url, { max: 1, fetch_types: false, onnotice: () => {} });
  await admin.unsafe(`create database ${name}`);
  await admin.end();
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  const database = openServerDatabase(url.href);
  await migrate(database);
  return {
    database: { ...database, url: url.href },
    async stop() {
      await database.close();
      await server.stop();
    },
  };
}
