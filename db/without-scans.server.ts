import { sql } from "drizzle-orm";
import type { Db } from "./client.server";

/**
 * Asks with indexes alone, by this process alone. Where few rows are wanted, PostgreSQL takes reading a table from its beginning for
 * cheap, and does not know that what is asked for is rare; and its helpers start later than most answers are there.
 */
export function withoutScans<Answer>(db: Db, ask: (tx: Db) => Promise<Answer>): Promise<Answer> {
  return db.transaction(
    async (tx) => {
      await tx.execute(sql`select set_config('enable_seqscan', 'off', true),
        set_config('max_parallel_workers_per_gather', '0', true)`);
      return ask(tx);
    },
    { accessMode: "read only" },
  );
}
