import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { numbering } from "#db/schema";
import type { TicketNumber } from "./ticket-number";

/** The next number of the year. The lock lasts until the transaction ends: a number is given once, and never lost. */
export async function nextTicketNumber(tx: Db, at: Date): Promise<TicketNumber> {
  const year = at.getUTCFullYear();
  const [row] = await tx
    .insert(numbering)
    .values({ name: `ticket-${year}`, last: 1 })
    .onConflictDoUpdate({ target: numbering.name, set: { last: sql`${numbering.last} + 1` } })
    .returning({ last: numbering.last });
  if (!row) throw new Error("No number was given.");
  return { year, serial: row.last };
}
