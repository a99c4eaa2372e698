import { and, eq, isNull } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { ticketPeople } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { mayHandleTickets } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { type HeldTicket, holdLiveTicket, holdTheirTicket } from "./hold-ticket.server";
import { mostCopies } from "./limits";
import { addCopy, findPersonByAddress } from "./person-by-address.server";
import { recordTicketEvent } from "./record-ticket-event.server";
import type { TicketNumber } from "./ticket-number";

/** Who changes who reads a ticket: somebody of the team, or its requester. */
type Changer =
  | { viewer: User; number: TicketNumber }
  | { requester: { id: string; ticketId: string; userId: string | null } };

/**
 * Adds somebody who reads one ticket and writes in it from then on, by their address; the same again changes nothing.
 * Throws `forbidden`, `notFound`, `ticketMerged` or `tooManyCopies`.
 */
export async function addTicketPerson(
  db: Db,
  { email, language, at = new Date(), ...by }: Changer & { email: string; language: string; at?: Date },
): Promise<void> {
  await db.transaction(async (tx) => {
    const { ticket, actorId } = await holdFor(tx, by);
    if (await findPersonByAddress(tx, ticket.id, email)) return;
    const isOneOfThem = and(eq(ticketPeople.ticketId, ticket.id), isNull(ticketPeople.removedAt));
    if ((await tx.$count(ticketPeople, isOneOfThem)) > mostCopies)
      throw new DomainError("tooManyCopies", { field: "email", params: { count: mostCopies } });
    const personId = await addCopy(tx, { ticketId: ticket.id, address: email, language, at });
    await recordTicketEvent(tx, { type: "ticket.person_added", actorId, ticketId: ticket.id, data: { personId }, at });
  });
}

/** Somebody who was added reads the ticket no more. Throws `forbidden`, `notFound` or `ticketMerged`. */
export async function removeTicketPerson(
  db: Db,
  { personId, at = new Date(), ...by }: Changer & { personId: string; at?: Date },
): Promise<void> {
  await db.transaction(async (tx) => {
    const { ticket, actorId } = await holdFor(tx, by);
    const isTheirs = and(
      eq(ticketPeople.id, personId),
      eq(ticketPeople.ticketId, ticket.id),
      eq(ticketPeople.role, "copy"),
      isNull(ticketPeople.removedAt),
    );
    const removed = await tx.update(ticketPeople).set({ removedAt: at }).where(isTheirs).returning();
    if (removed.length === 0) return;
    await recordTicketEvent(tx, {
      type: "ticket.person_removed",
      actorId,
      ticketId: ticket.id,
      data: { personId },
      at,
    });
  });
}

/** The links in somebody's mails about a ticket open it no more; later mails have new ones. Throws `forbidden` or `notFound`. */
export async function revokeTicketLinks(
  db: Db,
  { viewer, number, personId, at = new Date() }: { viewer: User; number: TicketNumber; personId: string; at?: Date },
): Promise<void> {
  await db.transaction(async (tx) => {
    const { ticket, actorId } = await holdFor(tx, { viewer, number });
    const [person] = await tx
      .select({ keyVersion: ticketPeople.keyVersion })
      .from(ticketPeople)
      .where(and(eq(ticketPeople.id, personId), eq(ticketPeople.ticketId, ticket.id)));
    if (!person) throw new DomainError("notFound");
    await tx
      .update(ticketPeople)
      .set({ keyVersion: person.keyVersion + 1 })
      .where(eq(ticketPeople.id, personId));
    await recordTicketEvent(tx, { type: "ticket.links_revoked", actorId, ticketId: ticket.id, data: { personId }, at });
  });
}

async function holdFor(tx: Db, by: Changer): Promise<{ ticket: HeldTicket; actorId: string | null }> {
  if ("requester" in by)
    return { ticket: await holdTheirTicket(tx, by.requester.ticketId), actorId: by.requester.userId };
  if (!mayHandleTickets(by.viewer)) throw new DomainError("forbidden");
  return { ticket: await holdLiveTicket(tx, by.viewer, by.number), actorId: by.viewer.id };
}
