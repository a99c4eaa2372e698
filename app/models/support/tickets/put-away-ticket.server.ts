import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { tickets } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { recordEvent } from "../../core/events/record.server";
import { mayHandleTickets } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { holdLiveTicket, holdTicket } from "./hold-ticket.server";
import type { TicketNumber } from "./ticket-number";

interface PutAway {
  viewer: User;
  number: TicketNumber;
  as: "spam" | "deleted";
  at?: Date;
}

/** Days after which spam and deleted tickets are gone for good. */
export const restorableFor = 30;

/**
 * Takes a ticket out of every list, number and mail; for `restorableFor` days it can be brought back. Throws `forbidden`,
 * `notFound` or `ticketMerged`.
 */
export async function putAwayTicket(db: Db, { viewer, number, as, at = new Date() }: PutAway): Promise<void> {
  if (!mayHandleTickets(viewer)) throw new DomainError("forbidden");
  await db.transaction(async (tx) => {
    const { id } = await holdLiveTicket(tx, viewer, number);
    const event = { actorId: viewer.id, ticketId: id, data: {}, at };
    await tx
      .update(tickets)
      .set(as === "spam" ? { spamAt: at } : { deletedAt: at })
      .where(eq(tickets.id, id));
    await recordEvent(tx, { ...event, type: as === "spam" ? "ticket.marked_spam" : "ticket.deleted" });
  });
}

/** Brings back what was spam or deleted. Throws `forbidden` or `notFound`. */
export async function restoreTicket(db: Db, { viewer, number, at = new Date() }: Omit<PutAway, "as">): Promise<void> {
  if (!mayHandleTickets(viewer)) throw new DomainError("forbidden");
  await db.transaction(async (tx) => {
    const { id, deletedAt, spamAt } = await holdTicket(tx, viewer, number);
    if (!deletedAt && !spamAt) return;
    await tx.update(tickets).set({ deletedAt: null, spamAt: null }).where(eq(tickets.id, id));
    await recordEvent(tx, { type: "ticket.restored", actorId: viewer.id, ticketId: id, data: {}, at });
  });
}
