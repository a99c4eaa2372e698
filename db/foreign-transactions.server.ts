import { sql } from "drizzle-orm";
import { type Db, rows } from "./client.server";

/**
 * Where a dump of another server was restored, transactions have numbers that are still to come here. They are over: their
 * events count as complete from now on, and whoever kept one as their place begins anew. To be done before anything else is
 * written there; passes over a database that is not up to date.
 */
export async function settleForeignTransactions(tx: Db): Promise<void> {
  const [found] = await rows<{ isKept: boolean }>(
    tx,
    sql`select to_regclass('events_in_order') is not null as "isKept"`,
  );
  if (!found?.isKept) return;
  const isForeign = (column: string) => sql`${sql.identifier(column)} > pg_snapshot_xmax(pg_current_snapshot())`;
  await tx.execute(sql`update events set transaction_id = '0' where ${isForeign("transaction_id")}`);
  await tx.execute(sql`update demand_settings set counted_before = null where ${isForeign("counted_before")}`);
}
