import { sql } from "drizzle-orm";
import { type Db, rows } from "#db/client.server";
import type { ExportedTable } from "./tables.server";

/** The next number that the database gives to a row of this table; null where rows have none from it. */
export async function readNextNumber(db: Db, { name, identity }: ExportedTable): Promise<number | null> {
  if (!identity) return null;
  const [sequence] = await rows<{ name: string }>(db, sql`select pg_get_serial_sequence(${name}, ${identity}) as name`);
  const [row] = await rows<{ next: string }>(
    db,
    sql`select (case when is_called then last_value + 1 else last_value end)::text as next from ${sql.raw(sequence?.name ?? "")}`,
  );
  return Number(row?.next);
}

export async function setNextNumber(tx: Db, { name, identity }: ExportedTable, next: number | null): Promise<void> {
  if (!identity || next === null) return;
  await tx.execute(sql`select setval(pg_get_serial_sequence(${name}, ${identity}), ${next}::bigint, false)`);
}

/** The database goes on behind the highest number that there is. */
export async function followOn(tx: Db, table: ExportedTable): Promise<void> {
  if (!table.identity) return;
  const { name, identity } = table;
  const [row] = await rows<{ next: string }>(
    tx,
    sql`select (coalesce(max(${sql.identifier(identity)}), 0) + 1)::text as next from ${sql.identifier(name)}`,
  );
  await setNextNumber(tx, table, Number(row?.next));
}
