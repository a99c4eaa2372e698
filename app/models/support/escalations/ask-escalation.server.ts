import type { Db } from "#db/client.server";
import { escalationRequests } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { holdTheirTicket } from "../tickets/hold-ticket.server";
import { recordTicketEvent } from "../tickets/record-ticket-event.server";
import { canEscalate } from "./escalation";
import { listEscalations } from "./find-escalation.server";

interface AskEscalation {
  /** The requester. */
  person: { ticketId: string; userId: string | null };
  reason: string;
  at?: Date;
}

/**
 * Asks for a ticket to go a tier higher, once; the same again changes nothing. Throws `notFound`, `escalationAsked` or
 * `escalationNotNow`.
 */
export async function askEscalation(db: Db, { person, reason, at = new Date() }: AskEscalation): Promise<void> {
  await db.transaction(async (tx) => {
    const ticket = await holdTheirTicket(tx, person.ticketId);
    const ticketId = ticket.id;
    const asked = await listEscalations(tx, ticketId);
    if (asked.some((one) => one.reason === reason)) return;
    if (asked.length > 0) throw new DomainError("escalationAsked");
    if (!canEscalate(ticket)) throw new DomainError("escalationNotNow");
    await tx.insert(escalationRequests).values({ ticketId, reason, askedAt: at });
    await recordTicketEvent(tx, { type: "ticket.escalation_asked", actorId: person.userId, ticketId, data: {}, at });
  });
}
