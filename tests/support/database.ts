import { readFile } from "node:fs/promises";
import { PGlite } from "@electric-sql/pglite";
import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeAll, beforeEach, inject } from "vitest";
import type { Database, Db } from "#db/client.server";
import { fromPglite } from "#db/embedded-database.server";
import { embeddedExtensions } from "#db/embedded-extensions.server";
import { openServerDatabase } from "#db/server-database.server";

const place = inject("database");

/** Whether several connections can really be at work at once. */
export const isServer = place.kind === "server";

let opened: Database | undefined;
let name = "";

/** The database of this test file: its own, migrated, and emptied before each test; with its name on a server. */
export const database: Database & { name: string } = new Proxy({} as Database & { name: string }, {
  get: (_target, key) => (key === "name" ? name : Reflect.get(opened ?? missing(), key)),
});

export const db: Db = new Proxy({} as Db, {
  get(_target, name) {
    const value = Reflect.get((opened ?? missing()).db, name);
    return typeof value === "function" ? value.bind(opened?.db) : value;
  },
});

/** A statement as the app sent it. */
export interface Statement {
  text: string;
  params: unknown[];
}

let heard: Statement[] = [];
const logger = { logQuery: (text: string, params: unknown[]) => void heard.push({ text, params }) };

/** Every statement that the app sends while it does `work`. */
export async function listen(work: () => Promise<unknown>): Promise<Statement[]> {
  heard = [];
  await work();
  return heard;
}

/** What was sent since {@link listen} began. */
export const heardSoFar = (): Statement[] => heard;

function missing(): never {
  throw new Error("Call useDatabase() at the top of the test file.");
}

/** @param kept for files whose tests only read: emptied before the first of them only */
export function useDatabase({ kept = false } = {}): void {
  let drop = async () => {};
  beforeAll(async () => {
    if (place.kind === "embedded") {
      const template = new Blob([await readFile(place.template)]);
      const pglite = await PGlite.create({ loadDataDir: template, extensions: embeddedExtensions });
      opened = fromPglite(pglite, undefined, logger);
    } else {
      name = `groundswell_test_${process.pid}_${Math.random().toString(36).slice(2, 8)}`;
      const admin = postgres(place.url, { max: 1, fetch_types: false, onnotice: () => {} });
      await admin.unsafe(`create database ${name} template ${place.template}`);
      const url = new URL(place.url);
      url.pathname = `/${name}`;
      opened = openServerDatabase(url.href, undefined, logger);
      drop = async () => {
        await admin.unsafe(`drop database ${name} with (force)`);
        await admin.end();
      };
    }
  });
  (kept ? beforeAll : beforeEach)(() => empty(database.db));
  afterAll(async () => {
    await opened?.close();
    await drop();
  });
}

/** Back to how a new portal begins, but without its first board. Most tests fill few tables: only those are touched. */
async function empty(db: Db): Promise<void> {
  await db.execute(emptying);
  await db.execute(sql`insert into numbering (name, last) values ('post', 0)`);
}

const emptying = sql.raw(`do $$
declare item record; filled boolean;
begin
  perform set_config('session_replication_role', 'replica', true);
  for item in
    select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'public'
    union all select 'pgboss.job'
  loop
    execute format('select exists (select from %s)', item.name) into filled;
    if not filled then continue;
    elsif item.name <> 'pgboss.job' and pg_relation_size(item.name) > 1000000 then execute format('truncate %s cascade', item.name);
    else execute format('delete from %s', item.name);
    end if;
  end loop;
  for item in
    select format('%I.%I', schemaname, sequencename) as name
    from pg_sequences where schemaname = 'public' and last_value is not null
  loop
    execute format('alter sequence %s restart', item.name);
  end loop;
end $$`);
