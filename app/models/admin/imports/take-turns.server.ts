import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server";

/** Imports write one after the other, and may wait for it longer than a page would. */
export async function takeTurns(tx: Db): Promise<void> {
  await tx.execute(sql`set local lock_timeout = '2min'`);
  await tx.execute(sql`set local statement_timeout = '2min'`);
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('imports', 0))`);
}
