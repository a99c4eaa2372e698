import { sql } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.server";

type InOrder = PgTable & { id: AnyPgColumn; position: AnyPgColumn };

/** Writes down in which order the rows of a table stand, from 1 on; by their ids, or what else numbers them. */
export async function keepOrder(
  tx: Db,
  table: InOrder,
  all: readonly { id: number }[],
  by: AnyPgColumn = table.id,
): Promise<void> {
  const places = all.map(({ id }, i) => ({ id, place: i + 1 }));
  await tx.execute(sql`update ${table} set position = places.place
    from jsonb_to_recordset(${JSON.stringify(places)}::jsonb) as places (id int, place int)
    where ${by} = places.id and ${table.position} <> places.place`);
}
