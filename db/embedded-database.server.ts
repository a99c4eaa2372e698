import { mkdir } from "node:fs/promises";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { type Logger, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/pglite";
import type { Database, Db, Listener } from "./client.server";
import { embeddedExtensions } from "./embedded-extensions.server";
import { lockFolder } from "./folder-lock.server";
import { deliverThrough } from "./messages.server";
import { prepared } from "./prepared.server";
import * as schema from "./schema";

/** PGlite replaces its whole configuration with these lines. */
const configuration = [
  "shared_buffers = 16MB",
  "timezone = 'UTC'",
  "default_text_search_config = 'pg_catalog.english'",
  "max_wal_size = 128MB",
];

/**
 * PostgreSQL inside this process, its files below `dataDir`. One process at a time: a second one would
 * destroy them, so the folder is locked.
 */
export async function openEmbeddedDatabase(dataDir: string): Promise<Database> {
  await mkdir(dataDir, { recursive: true });
  const unlock = await lockFolder(dataDir);
  const pglite = await PGlite.create({
    dataDir: path.join(dataDir, "postgres"),
    postgresqlconf: configuration,
    extensions: embeddedExtensions,
  });
  return fromPglite(pglite, unlock);
}

/** The same around an instance that is open already; `logger` hears of every statement. */
export function fromPglite(pglite: PGlite, afterClose = async () => {}, logger?: Logger): Database {
  const listeners = new Set<Listener>();
  const db = deliverThrough(
    drizzle(prepared(pglite) as PGlite, { schema, casing: "snake_case", logger }) as unknown as Db,
    ({ topic, text }) => {
      for (const listener of listeners) if (listener.topic === topic) listener.received(text);
    },
  );
  return {
    db,
    kind: "embedded",
    queueConnection: { db: { executeSql: (text, values) => executeSql(pglite, text, values) } },
    async ping() {
      await db.execute(sql`select 1`);
    },
    // There is no other process, so all news come from here.
    listen(listener) {
      listeners.add(listener);
      return { isOpen: () => true, close: async () => void listeners.delete(listener) };
    },
    async close() {
      await pglite.close();
      await afterClose();
    },
  };
}

/** Several statements in one text, as pg-boss sets itself up with, only go without values. */
async function executeSql(pglite: PGlite, text: string, values: unknown[] = []) {
  const result = values.length
    ? await pglite.query(
        text,
        values.map((value) => value ?? null),
      )
    : (await pglite.exec(text)).at(-1);
  return { rows: result?.rows ?? [], rowCount: result?.affectedRows ?? 0 };
}
