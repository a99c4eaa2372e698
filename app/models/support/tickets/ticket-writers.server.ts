import { and, eq, gt, lt, ne } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { tickets, ticketWriters, users } from "#db/schema";
import type { User } from "../../core/users/viewer";
import { hasNumber } from "./hold-ticket.server";
import type { TicketNumber } from "./ticket-number";
import { handledTickets } from "./visible-tickets.server";

/** Milliseconds for which somebody counts as writing, unless they say so again. */
const life = 30_000;

interface Writing {
  viewer: User;
  number: TicketNumber;
  at?: Date;
}

/** Says that somebody of the team is writing in a ticket; nothing where they do not handle it. */
export async function noteWriting(db: Db, { viewer, number, at = new Date() }: Writing): Promise<void> {
  await db.delete(ticketWriters).where(lt(ticketWriters.until, at));
  const ticketId = await findHandledTicket(db, viewer, number);
  if (!ticketId) return;
  const until = new Date(at.getTime() + life);
  await db
    .insert(ticketWriters)
    .values({ ticketId, userId: viewer.id, until })
    .onConflictDoUpdate({ target: [ticketWriters.ticketId, ticketWriters.userId], set: { until } });
}

/** They have sent it, or left. */
export async function endWriting(db: Db, { viewer, number }: Writing): Promise<void> {
  const ticketId = await findHandledTicket(db, viewer, number);
  if (!ticketId) return;
  await db.delete(ticketWriters).where(and(eq(ticketWriters.ticketId, ticketId), eq(ticketWriters.userId, viewer.id)));
}

/** Who else of the team is writing in a ticket; its caller knows that the viewer handles it. */
export async function listWriters(db: Db, viewer: User, ticketId: string, at = new Date()) {
  const found = await db
    .select({ name: users.name })
    .from(ticketWriters)
    .innerJoin(users, eq(users.id, ticketWriters.userId))
    .where(and(eq(ticketWriters.ticketId, ticketId), ne(ticketWriters.userId, viewer.id), gt(ticketWriters.until, at)))
    .orderBy(users.name);
  return found.map(({ name }) => name);
}

async function findHandledTicket(db: Db, viewer: User, number: TicketNumber): Promise<string | undefined> {
  const [ticket] = await db
    .select({ id: tickets.id })
    .from(tickets)
    .where(and(hasNumber(number), handledTickets(viewer)));
  return ticket?.id;
}
