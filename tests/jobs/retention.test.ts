import { getTableName, is, sql } from "drizzle-orm";
import { toSnakeCase } from "drizzle-orm/casing";
import { PgTable } from "drizzle-orm/pg-core";
import { expect, test } from "vitest";
import { rows } from "#db/client.server";
import * as schema from "#db/schema";
import { cleanUp } from "~/jobs/clean-up.server";
import { forgetAccess } from "~/jobs/forget-access.server";
import type { Tools } from "~/jobs/tools.server";
import { type Kept, type TableKey, tables } from "~/models/admin/tables";
import { db, useDatabase } from "../support/database";

useDatabase();

const minute = 60_000;
const day = 24 * 60 * minute;

/** Values that a check of the table asks for, or that the clean-up looks at. */
const besides: Record<string, Record<string, string>> = {
  article_judgements: { user_id: "gen_random_uuid()" },
  help_sections: { key: "'x'" },
  deliveries: { status: "'accepted'" },
  freshdesk_links: { unlinked_at: "now()" },
  subscribers: { email: "'x' || gen_random_uuid()" },
  mail_tokens: { user_id: "gen_random_uuid()" },
  revisions: { post_id: "gen_random_uuid()" },
  import_uploads: { state: "'checked'" },
  portal_exports: { state: "'ready'" },
  search_documents: { post_id: "gen_random_uuid()" },
  roadmap_columns: { name: "'x'" },
  roadmap_cards: { target: "''" },
  incoming_mails: { outcome: "'opened'" },
  support_schedules: { key: "'x'" },
  support_policies: { key: "'x'" },
  ticket_categories: { key: "'x'" },
  ticket_people: { email: "'x' || gen_random_uuid()" },
};

type Column = { name: string; type: string; udt: string; isNeeded: boolean; isTime: boolean };

async function columnsOf(table: string): Promise<Column[]> {
  return rows<Column>(
    db,
    sql`select column_name as name, data_type as type, udt_name as udt,
      is_nullable = 'NO' and column_default is null and is_identity = 'NO' and is_generated = 'NEVER' as "isNeeded",
      data_type = 'timestamp with time zone' and is_nullable = 'NO' as "isTime"
      from information_schema.columns where table_schema = 'public' and table_name = ${table}`,
  );
}

function valueFor({ type, udt }: Column, n: number): string {
  if (type === "uuid") return "gen_random_uuid()";
  if (type === "boolean") return "false";
  if (type === "jsonb" || type === "ARRAY") return "'{}'";
  if (type === "date") return "'2020-01-01'";
  if (type === "bytea" || type === "tsvector") return "''";
  if (type === "USER-DEFINED") return `(enum_range(null::${udt}))[1]`;
  return type === "text" || type === "character varying" ? `'x${n}'` : String(n);
}

/** A row of which every moment lies then. */
async function addRow(table: string, since: string | undefined, at: Date, n: number): Promise<void> {
  const columns = await columnsOf(table);
  const values: Record<string, string> = {};
  const then = `'${at.toISOString()}'::timestamptz`;
  for (const column of columns) {
    if (column.isTime || (column.name === since && column.type.startsWith("timestamp"))) values[column.name] = then;
    else if (column.name === since) values[column.name] = String(at.getTime());
    else if (column.isNeeded) values[column.name] = valueFor(column, n);
  }
  Object.assign(values, besides[table]);
  const names = Object.keys(values).map((name) => `"${name}"`);
  await db.transaction(async (tx) => {
    // Whom it belongs to does not matter here.
    await tx.execute(sql`set local session_replication_role = 'replica'`);
    const into = names.length ? `(${names.join(", ")}) values (${Object.values(values).join(", ")})` : "default values";
    await tx.execute(sql.raw(`insert into "${table}" ${into} on conflict do nothing`));
  });
}

const count = async (table: string): Promise<number> =>
  Number((await rows<{ n: number }>(db, sql.raw(`select count(*)::int as n from "${table}"`)))[0]?.n);

test("what clean-up leaves of every table is what the table of retention says", async () => {
  const now = new Date();
  const ago = (ms: number) => new Date(now.getTime() - ms);
  const said: Record<string, number> = {};
  for (const [key, table] of Object.entries(schema)) {
    if (!is(table, PgTable)) continue;
    const name = getTableName(table);
    const kept: Kept | undefined = tables[key as TableKey]?.kept;
    expect(kept, `${name} has a line in app/models/admin/tables.ts`).toBeDefined();
    if (kept === "stays") {
      await addRow(name, undefined, ago(3 * 366 * day), 1);
    } else {
      const since = toSnakeCase(kept.since);
      await addRow(name, since, ago(kept.days * day + 10 * minute), 1);
      await addRow(name, since, ago(kept.days * day - 10 * minute), 2);
    }
    const before = await count(name);
    // Some tables have a row from the beginning.
    expect(before, `rows of ${name} before`).toBeGreaterThanOrEqual(kept === "stays" ? 1 : 2);
    said[name] = kept === "stays" ? before : before - 1;
  }
  // These hang on a file or an export, which here is none.
  for (const table of ["import_chunks"]) delete said[table];
  const tools = { db, now: () => now, storage: { async *list() {} } } as unknown as Tools;
  await forgetAccess(tools);
  await cleanUp(tools);
  const left = Object.fromEntries(await Promise.all(Object.keys(said).map(async (name) => [name, await count(name)])));
  expect(left).toEqual(said);
});
