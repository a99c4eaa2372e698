import { type SQL, sql } from "drizzle-orm";
import { type Db, rows } from "#db/client.server";

/**
 * How far somebody has read what happened, by transaction and then by id. Ids alone do not tell: they are given before
 * the transaction commits, so that an event may come into sight behind others with later ids.
 */
export interface Place {
  transactionId: string;
  id: number;
}

/**
 * The place before which no event comes into sight any more, as all transactions before it are over. Whoever reads in order
 * from the end of last time up to this one reads each event once.
 */
export async function findEndOfComplete(db: Db): Promise<Place> {
  const [end] = await rows<{ transaction: string }>(
    db,
    sql`select pg_snapshot_xmin(pg_current_snapshot())::text as transaction`,
  );
  if (!end) throw new Error("The database has no transactions.");
  return { transactionId: end.transaction, id: 0 };
}

/** The condition for events after a place in their order. */
export const isAfter = ({ transactionId, id }: Place): SQL =>
  sql`(events.transaction_id, events.id) > (${transactionId}::xid8, ${id}::bigint)`;
