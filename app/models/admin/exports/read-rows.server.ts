import { type SQL, sql } from "drizzle-orm";
import { type Db, rows } from "#db/client.server";
import type { ExportedTable } from "./tables.server";

const atATime = 1000;

/** A row as the database words it in JSON: exact, with times to the microsecond. */
export type RowText = string;

/** All rows of a table by primary key, some at a time. `tx` is a transaction, which the cursor lives in. */
export async function* readRows(tx: Db, { name, columns, key }: ExportedTable): AsyncGenerator<RowText[]> {
  const order = key.map(({ name, isText }) =>
    isText ? sql`${sql.identifier(name)} collate "C"` : sql.identifier(name),
  );
  await tx.execute(sql`declare export_rows no scroll cursor for
    select row_to_json(r)::text as row
    from (select ${names(columns)} from ${sql.identifier(name)} order by ${sql.join(order, sql`, `)}) r`);
  while (true) {
    const some = await rows<{ row: RowText }>(tx, sql`fetch ${sql.raw(String(atATime))} from export_rows`);
    if (some.length > 0) yield some.map(({ row }) => row);
    if (some.length < atATime) break;
  }
  await tx.execute(sql`close export_rows`);
}

export const names = (columns: string[]): SQL =>
  sql.join(
    columns.map((column) => sql.identifier(column)),
    sql`, `,
  );
