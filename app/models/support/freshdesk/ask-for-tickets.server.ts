import { sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { enqueue } from "#db/queue.server";
import { freshdeskReads } from "#db/schema";

interface Ask {
  numbers: number[];
  /** What the customer wrote is wanted, too. */
  wantsText?: boolean;
  at?: Date;
}

/** Has tickets read, soon and once, however often they are asked for. */
export async function askForFreshdeskTickets(
  tx: Db,
  { numbers, wantsText = false, at = new Date() }: Ask,
): Promise<void> {
  if (numbers.length === 0) return;
  await tx
    .insert(freshdeskReads)
    .values([...new Set(numbers)].map((ticket) => ({ ticket, wantsText, askedAt: at, dueAt: at })))
    .onConflictDoUpdate({
      target: freshdeskReads.ticket,
      set: {
        // Never the same twice: whoever is reading just now must see that it was asked for again.
        askedAt: sql`greatest(excluded.asked_at, ${freshdeskReads.askedAt} + interval '1 millisecond')`,
        dueAt: sql`least(excluded.due_at, ${freshdeskReads.dueAt})`,
        wantsText: sql`excluded.wants_text or ${freshdeskReads.wantsText}`,
      },
    });
  await enqueue(tx, [{ name: "read-tickets", data: {} }]);
}
