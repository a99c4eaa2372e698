import { and, eq, lt } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { tickets } from "#db/schema";
import { changeStatus } from "./move-ticket.server";
import { listedTickets } from "./visible-tickets.server";

const day = 24 * 60 * 60_000;
/** Tickets at a time, each in a transaction of its own: whoever writes to one meanwhile is heard first. */
const stride = 500;

/** Closes tickets that have been resolved for so many days without a word of their requester; none where it is 0. */
export async function closeResolvedTickets(db: Db, { days, at }: { days: number; at: Date }): Promise<void> {
  if (days === 0) return;
  const isOld = and(
    eq(tickets.status, "resolved"),
    lt(tickets.resolvedAt, new Date(at.getTime() - days * day)),
    listedTickets(),
  );
  for (;;) {
    const old = await db.select({ id: tickets.id }).from(tickets).where(isOld).limit(stride);
    for (const { id } of old) {
      await db.transaction(async (tx) => {
        const [ticket] = await tx
          .select()
          .from(tickets)
          .where(and(eq(tickets.id, id), isOld))
          .for("update");
        if (ticket) await changeStatus(tx, ticket, { to: "closed", by: "product", actorId: null, at });
      });
    }
    if (old.length < stride) return;
  }
}
