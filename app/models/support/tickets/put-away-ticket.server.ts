import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { tickets } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { mayHandleTickets } from "../../core/users/policy";
import { type Alteration, alterTicket } from "./alter-ticket.server";
import { holdTicket } from "./hold-ticket.server";
import { recordTicketEvent } from "./record-ticket-event.server";

interface PutAway extends Alteration {
  as: "spam" | "deleted";
}

/** Days after which spam and deleted tickets are gone for good. */
export const restorableFor = 30;

/**
 * Takes a ticket out of every list, number and mail; for `restorableFor` days it can be brought back. Throws `forbidden`,
 * `notFound` or `ticketMerged`.
 */
export async function putAwayTicket(db: Db, { as, ...change }: PutAway): Promise<void> {
  await alterTicket(db, change, async (tx, { id }, event) => {
    await tx
      .update(tickets)
      .set(as === "spam" ? { spamAt: event.at } : { deletedAt: event.at })
      .where(eq(tickets.id, id));
    await recordTicketEvent(tx, { ...event, type: as === "spam" ? "ticket.marked_spam" : "ticket.deleted", data: {} });
  });
}

/** Brings back what was spam or deleted. Throws `forbidden` or `notFound`. */
export async function restoreTicket(db: Db, { viewer, number, at = new Date() }: Alteration): Promise<void> {
  if (!mayHandleTickets(viewer)) throw new DomainError("forbidden");
  await db.transaction(async (tx) => {
    const { id, deletedAt, spamAt } = await holdTicket(tx, viewer, number);
    if (!deletedAt && !spamAt) return;
    await tx.update(tickets).set({ deletedAt: null, spamAt: null }).where(eq(tickets.id, id));
    await recordTicketEvent(tx, { type: "ticket.restored", actorId: viewer.id, ticketId: id, data: {}, at });
  });
}
