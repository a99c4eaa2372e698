import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server";

/** Lets whoever else takes turns under this name wait until the transaction ends. */
export async function takeTurns(tx: Db, name: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`);
}
