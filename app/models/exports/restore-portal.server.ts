import { sql } from "drizzle-orm";
import { type Db, rows } from "#db/client.server";
import { checkExport } from "./check-export.server";
import type { Manifest } from "./manifest";
import { setNextNumber } from "./next-numbers.server";
import { NotRestorable } from "./not-restorable";
import { openZip, usualLimits } from "./open-zip.server";
import { names } from "./read-rows.server";
import { schemaVersion } from "./schema-version.server";
import { type ExportedTable, exportedTables } from "./tables.server";
import { unpackLines } from "./unpack.server";

interface Restoration {
  file: string;
  limits?: typeof usualLimits;
  /** Told of each table when its rows are in. */
  onTable?: (name: string, rows: number) => void;
}

/**
 * Fills an empty portal with what was exported from another, all of it or nothing. What is derived from the rows has to be
 * built anew afterwards. Throws `NotRestorable`.
 */
export async function restorePortal(db: Db, { file, limits = usualLimits, onTable }: Restoration): Promise<Manifest> {
  const zip = await openZip(file, limits);
  try {
    const manifest = await checkExport(zip, await schemaVersion(db));
    await db.transaction(async (tx) => {
      await tx.execute(sql`set local statement_timeout = '10min'`);
      await tx.execute(sql`set local idle_in_transaction_session_timeout = '10min'`);
      await emptyTables(tx);
      await tx.execute(sql`set local time zone 'UTC'`);
      const references = await deferReferences(tx);
      for (const table of exportedTables) {
        const said = manifest.tables.find(({ name }) => name === table.name);
        const path = `tables/${table.name}.jsonl`;
        let count = 0;
        for await (const lines of unpackLines(zip, path)) {
          await insertRows(tx, table, lines);
          count += lines.length;
        }
        if (count !== said?.rows) throw new NotRestorable({ code: "damaged", path });
        await setNextNumber(tx, table, said.next);
        onTable?.(table.name, count);
      }
      await holdReferences(tx, references);
    });
    return manifest;
  } finally {
    zip.close();
  }
}

/** Takes away what a new portal begins with. Only an empty one: nobody is there and nothing has happened. */
async function emptyTables(tx: Db): Promise<void> {
  const tables = exportedTables.map(({ name }) => sql.identifier(name));
  await tx.execute(sql`lock table users, posts, events in access exclusive mode`);
  const [found] = await rows<{ some: boolean }>(
    tx,
    sql`select exists (select from users) or exists (select from posts) or exists (select from events) as some`,
  );
  if (found?.some) throw new NotRestorable({ code: "notEmpty" });
  await tx.execute(sql`truncate ${sql.join(tables, sql`, `)} cascade`);
}

async function insertRows(tx: Db, { name, columns }: ExportedTable, lines: string[]): Promise<void> {
  const table = sql.identifier(name);
  await tx.execute(sql`insert into ${table} (${names(columns)}) overriding system value
    select ${names(columns)} from json_populate_recordset(null::${table}, ${`[${lines.join(",")}]`}::json)`);
}

interface Reference extends Record<string, unknown> {
  table: string;
  name: string;
}

/** Rows may come before those that they point to: whether those are there is looked at when all are in. */
async function deferReferences(tx: Db): Promise<Reference[]> {
  const references = await rows<Reference>(
    tx,
    sql`select conrelid::regclass::text as table, quote_ident(conname) as name from pg_constraint
      where contype = 'f' and not condeferrable and connamespace = 'public'::regnamespace
      order by 1, 2`,
  );
  for (const { table, name } of references) {
    await tx.execute(sql.raw(`alter table ${table} alter constraint ${name} deferrable initially deferred`));
  }
  return references;
}

async function holdReferences(tx: Db, references: Reference[]): Promise<void> {
  await tx.execute(sql`set constraints all immediate`);
  for (const { table, name } of references) {
    await tx.execute(sql.raw(`alter table ${table} alter constraint ${name} not deferrable`));
  }
}
