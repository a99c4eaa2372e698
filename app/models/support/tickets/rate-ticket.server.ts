import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { tickets } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { holdTheirTicket } from "./hold-ticket.server";
import { recordTicketEvent } from "./record-ticket-event.server";

interface RateTicket {
  /** The requester. */
  person: { ticketId: string; userId: string | null };
  /** 1 to 5. */
  rating: number;
  text: string;
  at?: Date;
}

/** Says how good the help was, once the ticket is resolved or closed; the last word counts. Throws `notFound` or `ticketNotOver`. */
export async function rateTicket(db: Db, { person, rating, text, at = new Date() }: RateTicket): Promise<void> {
  await db.transaction(async (tx) => {
    const { id, status } = await holdTheirTicket(tx, person.ticketId);
    if (status !== "resolved" && status !== "closed") throw new DomainError("ticketNotOver");
    await keepRating(tx, { ticketId: id, actorId: person.userId, rating, text, at });
  });
}

interface Rating {
  ticketId: string;
  actorId: string | null;
  rating: number;
  text: string;
  via?: "freshdesk";
  at: Date;
}

/** Writes down what the requester of a ticket that is held thinks of the help. */
export async function keepRating(tx: Db, { ticketId, actorId, rating, text, via, at }: Rating): Promise<void> {
  await tx.update(tickets).set({ rating, ratingText: text, ratedAt: at }).where(eq(tickets.id, ticketId));
  await recordTicketEvent(tx, { type: "ticket.rated", actorId, ticketId, data: { rating, ...(via && { via }) }, at });
}
