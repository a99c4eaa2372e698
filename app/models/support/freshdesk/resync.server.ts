import { and, isNull } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { enqueue } from "#db/queue.server";
import { freshdeskLinks } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { mayAdminister, mayHandleTickets } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { askForFreshdeskTickets } from "./ask-for-tickets.server";
import { queueWrites } from "./queue-writes.server";
import { changeSettings } from "./settings.server";

const day = 24 * 60 * 60_000;

interface ResyncTicket {
  viewer: User;
  ticket: number;
  /** What the customer wrote is wanted, too: to make a post of it. */
  wantsText?: boolean;
  at?: Date;
}

/** Has one ticket read, linked or not. Throws `forbidden`. */
export async function resyncFreshdeskTicket(
  db: Db,
  { viewer, ticket, wantsText, at = new Date() }: ResyncTicket,
): Promise<void> {
  if (!mayHandleTickets(viewer)) throw new DomainError("forbidden");
  await db.transaction((tx) => askForFreshdeskTickets(tx, { numbers: [ticket], wantsText, at }));
}

/**
 * Has every linked ticket read, its tags and field put right, and everything gone through that was updated in the
 * last thirty days. Resolves to how many tickets are linked. Throws `forbidden`.
 */
export async function resyncAll(db: Db, { viewer, at = new Date() }: { viewer: User; at?: Date }): Promise<number> {
  if (!mayAdminister(viewer)) throw new DomainError("forbidden");
  return db.transaction(async (tx) => {
    const linked = await tx
      .selectDistinct({ ticket: freshdeskLinks.ticket })
      .from(freshdeskLinks)
      .where(and(isNull(freshdeskLinks.unlinkedAt)));
    const numbers = linked.map(({ ticket }) => ticket);
    const from = new Date(at.getTime() - 30 * day);
    await changeSettings(tx, { updatedUpTo: from, deletedUpTo: from, spamUpTo: from });
    await askForFreshdeskTickets(tx, { numbers, at });
    await queueWrites(
      tx,
      numbers.map((ticket) => ({ ticket, kind: "update" as const, eventId: null, postId: null })),
      at,
    );
    await enqueue(tx, [
      { name: "reconcile-freshdesk", data: {} },
      { name: "check-freshdesk", data: {} },
    ]);
    return numbers.length;
  });
}
