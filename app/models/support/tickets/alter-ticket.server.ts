import type { Db } from "#db/client.server";
import { DomainError } from "../../core/domain-error";
import { mayHandleTickets } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { type HeldTicket, holdLiveTicket } from "./hold-ticket.server";
import type { TicketNumber } from "./ticket-number";

/** Who of the team changes which ticket, and when. */
export interface Alteration {
  viewer: User;
  number: TicketNumber;
  at?: Date;
}

/** What the events of one change have in common. */
export interface Altered {
  actorId: string;
  ticketId: string;
  at: Date;
}

/**
 * Runs a change of the team's on a ticket that nobody else changes meanwhile; what has to be held before the ticket, `before`
 * holds. Throws `forbidden`, `notFound` or `ticketMerged`.
 */
export async function alterTicket(
  db: Db,
  { viewer, number, at = new Date() }: Alteration,
  change: (tx: Db, ticket: HeldTicket, event: Altered) => Promise<void>,
  before?: (tx: Db) => Promise<void>,
): Promise<void> {
  if (!mayHandleTickets(viewer)) throw new DomainError("forbidden");
  await db.transaction(async (tx) => {
    await before?.(tx);
    const ticket = await holdLiveTicket(tx, viewer, number);
    await change(tx, ticket, { actorId: viewer.id, ticketId: ticket.id, at });
  });
}
