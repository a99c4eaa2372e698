import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { PGlite } from "@electric-sql/pglite";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { fromPglite } from "#db/embedded-database.server";
import { embeddedExtensions } from "#db/embedded-extensions.server";
import { migrate } from "#db/migrate.server";
import { openServerDatabase } from "#db/server-database.server";
import { teachEmptying } from "./emptying";

declare module "vitest" {
  interface ProvidedContext {
    /** Where test files get their databases from. */
    database: { kind: "embedded"; template: string } | { kind: "server"; url: string; template: string };
  }
}

/**
 * Makes one migrated database for test files to copy: on the PostgreSQL server at TEST_DATABASE_URL if there
 * is one, else embedded.
 */
export default async function setup({ provide }: TestProject) {
  const url = process.env.TEST_DATABASE_URL;
  return url ? setUpServer(url, provide) : setUpEmbedded(provide);
}

type Provide = TestProject["provide"];

async function setUpEmbedded(provide: Provide) {
  const folder = await mkdtemp(path.join(tmpdir(), "groundswell-test-"));
  const template = path.join(folder, "template.tar");
  const pglite = await PGlite.create({ extensions: embeddedExtensions });
  const database = fromPglite(pglite);
  await migrate(database);
  await teachEmptying(database.db);
  await writeFile(template, Buffer.from(await (await pglite.dumpDataDir("none")).arrayBuffer()));
  await database.close();
  provide("database", { kind: "embedded", template });
  return () => rm(folder, { recursive: true });
}

async function setUpServer(url: string, provide: Provide) {
  const admin = postgres(url, { max: 1, fetch_types: false, onnotice: () => {} });
  const template = `groundswell_template_${process.pid}`;
  await admin.unsafe(`create database ${template}`);
  const database = openServerDatabase(withName(url, template));
  await migrate(database);
  await teachEmptying(database.db);
  await database.close();
  provide("database", { kind: "server", url, template });
  return async () => {
    const all = await admin`select datname as name from pg_database where starts_with(datname, ${template})`;
    for (const { name } of all) await admin.unsafe(`drop database ${name} with (force)`);
    await admin.end();
  };
}

function withName(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}
