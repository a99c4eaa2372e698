import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres from "postgres";
import type { Database } from "#db/client.server";
import { migrate } from "#db/migrate.server";
import { openDatabase } from "#db/open-database.server";

const name = "groundswell_similar";

/** An empty portal: embedded, or in a database of its own on the server at `url`, where it stays to be looked at. */
export async function openFreshDatabase(url?: string): Promise<{ database: Database; close(): Promise<void> }> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "groundswell-similar-"));
  const database = await openDatabase({ url: url && (await createDatabase(url)), dataDir });
  await migrate(database);
  const close = async () => {
    await database.close();
    await rm(dataDir, { recursive: true });
  };
  return { database, close };
}

async function createDatabase(server: string): Promise<string> {
  const sql = postgres(server, { max: 1, fetch_types: false, onnotice: () => {} });
  await sql.unsafe(`drop database if exists ${name} with (force)`);
  await sql.unsafe(`create database ${name}`);
  await sql.end();
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
