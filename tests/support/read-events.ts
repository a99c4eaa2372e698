import { sql } from "drizzle-orm";
import { expect } from "vitest";
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

/**
 * What somebody reads until it is these ids. Transactions of the other databases of a server hold the end back as well, for
 * as long as they last.
 */
export async function expectToRead(read: () => Promise<number[]>, ids: number[]): Promise<void> {
  const found: number[] = [];
  const readOn = async () => {
    found.push(...(await read()));
    return found;
  };
  await expect.poll(readOn, { timeout: 15_000 }).toEqual(ids);
}
