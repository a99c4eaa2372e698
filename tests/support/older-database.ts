import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { inject } from "vitest";
import type { Database } from "#db/client.server";
import { fromPglite } from "#db/embedded-database.server";
import { embeddedExtensions } from "#db/embedded-extensions.server";
import { migrate } from "#db/migrate.server";
import { openServerDatabase } from "#db/server-database.server";
import { createEmptyDatabase } from "./empty-database";

interface OlderDatabase {
  database: Database;
  close(): Promise<void>;
}

/** A database as the version left it whose last migration was `last`, such as `0024_synonyms`. */
export async function openOlderDatabase(last: string): Promise<OlderDatabase> {
  const { database, drop } = await createDatabase();
  const folder = await migrationsUpTo(last);
  await migrate(database, folder);
  await rm(folder, { recursive: true });
  return {
    database,
    async close() {
      await database.close();
      await drop();
    },
  };
}

async function createDatabase(): Promise<{ database: Database; drop: () => Promise<void> }> {
  const place = inject("database");
  if (place.kind === "embedded") {
    return { database: fromPglite(await PGlite.create({ extensions: embeddedExtensions })), drop: async () => {} };
  }
  const { url, drop } = await createEmptyDatabase(place.url);
  return { database: openServerDatabase(url), drop };
}

async function migrationsUpTo(last: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "groundswell-migrations-"));
  await cp(path.resolve("db/migrations"), folder, { recursive: true });
  const file = path.join(folder, "meta/_journal.json");
  const journal: { entries: { tag: string }[] } = JSON.parse(await readFile(file, "utf8"));
  const end = journal.entries.findIndex(({ tag }) => tag === last) + 1;
  if (end === 0) throw new Error(`There is no migration ${last}.`);
  await writeFile(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, end) }));
  return folder;
}
