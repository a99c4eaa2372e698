import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { takeTurns } from "../../core/take-turns.server";

/** Imports write one after the other, and may wait for it longer than a page would. */
export async function takeTurnsAtImporting(tx: Db): Promise<void> {
  await tx.execute(sql`set local lock_timeout = '2min'`);
  await tx.execute(sql`set local statement_timeout = '2min'`);
  await takeTurns(tx, "imports");
}
