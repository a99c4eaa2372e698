import { sql } from "drizzle-orm";
import { rows } from "#db/client.server";
import { findEndOfComplete, isAfter, type Place } from "~/models/core/events/complete.server";
import { db } from "./database";

/** Somebody who reads what happened, two events at a time, and goes on each time from where they were. */
export function createReader() {
  let place: Place = { transactionId: "0", id: 0 };
  return async (): Promise<number[]> => {
    const read: number[] = [];
    const end = await findEndOfComplete(db);
    for (;;) {
      const some = await rows<{ id: string; transaction: string }>(
        db,
        sql`select id, transaction_id::text as transaction from events where ${isAfter(place)} and not ${isAfter(end)}
          order by transaction_id, id limit 2`,
      );
      read.push(...some.map(({ id }) => Number(id)));
      const last = some.at(-1);
      if (!last) break;
      place = { transactionId: last.transaction, id: Number(last.id) };
    }
    return read;
  };
}
