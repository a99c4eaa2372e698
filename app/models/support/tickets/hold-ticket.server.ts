import { and, asc, eq, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { tickets } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import type { User } from "../../core/users/viewer";
import type { TicketNumber } from "./ticket-number";
import { handledTickets, standingTickets } from "./visible-tickets.server";

export type HeldTicket = typeof tickets.$inferSelect;

export const hasNumber = ({ year, serial }: TicketNumber): SQL | undefined =>
  and(eq(tickets.year, year), eq(tickets.serial, serial));

/**
 * The ticket as it stands now, for somebody who handles it, kept still until the transaction ends: every command on a
 * ticket begins so, and two on the same one take turns. Throws `notFound`.
 */
export async function holdTicket(tx: Db, viewer: User, number: TicketNumber): Promise<HeldTicket> {
  return hold(tx, and(hasNumber(number), handledTickets(viewer)));
}

/** The same, for what spam, deleted and merged tickets do not take. Throws `notFound` or `ticketMerged`. */
export async function holdLiveTicket(tx: Db, viewer: User, number: TicketNumber): Promise<HeldTicket> {
  const ticket = await hold(tx, and(hasNumber(number), handledTickets(viewer), standingTickets()));
  if (ticket.mergedInto) throw new DomainError("ticketMerged");
  return ticket;
}

/** Several at once, as far as the viewer handles them, be they put away or merged; in the order in which everybody holds them. */
export async function holdTickets(tx: Db, viewer: User, numbers: TicketNumber[]): Promise<HeldTicket[]> {
  if (numbers.length === 0) return [];
  return tx
    .select()
    .from(tickets)
    .where(and(or(...numbers.map(hasNumber)), handledTickets(viewer)))
    .orderBy(asc(tickets.year), asc(tickets.serial))
    .for("update");
}

/**
 * The ticket that somebody of its people speaks in: the one that it was merged into, where it was. It alone is held, since
 * whoever merges holds the original first. Throws `notFound`.
 */
export async function holdTheirTicket(tx: Db, ticketId: string): Promise<HeldTicket> {
  for (;;) {
    const [known] = await tx
      .select({ id: sql<string>`coalesce(${tickets.mergedInto}, ${tickets.id})` })
      .from(tickets)
      .where(eq(tickets.id, ticketId));
    const ticket = await hold(tx, and(eq(tickets.id, known?.id ?? ticketId), standingTickets()));
    // It was merged, or taken out again, while we waited for it.
    if (!ticket.mergedInto) return ticket;
  }
}

async function hold(tx: Db, where: SQL | undefined): Promise<HeldTicket> {
  const [ticket] = await tx.select().from(tickets).where(where).for("update");
  if (!ticket) throw new DomainError("notFound");
  return ticket;
}
