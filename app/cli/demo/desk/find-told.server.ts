import { and, eq, isNull } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { posts, ticketCategories, ticketPeople, tickets, users } from "#db/schema";
import type { User } from "~/models/core/users/viewer";
import { hasNumber } from "~/models/support/tickets/hold-ticket.server";
import type { TicketNumber } from "~/models/support/tickets/ticket-number";
import type { Stage } from "../stage";
import { type Asker, askerAddress, guestOf } from "./guests";
import type { CategoryKey } from "./ticket-story";

/** What a deed is done on, and the id and the moment that it gets. */
export interface On {
  number: TicketNumber;
  id: string;
  at: Date;
}

/** Undefined for guests. */
export const viewerOf = (asker: Asker, { people }: Stage): User | undefined =>
  guestOf(asker) ? undefined : people[asker as keyof typeof people];

export async function categoryId(tx: Db, key: CategoryKey): Promise<number> {
  const found = await tx
    .select({ id: ticketCategories.id })
    .from(ticketCategories)
    .where(eq(ticketCategories.key, key));
  return theOne(found, key).id;
}

export async function statusOf(tx: Db, number: TicketNumber) {
  const found = await tx.select({ status: tickets.status }).from(tickets).where(hasNumber(number));
  return theOne(found, String(number.serial)).status;
}

/** Of the post of this title. */
export async function postNumber(tx: Db, title: string): Promise<number> {
  const found = await tx.select({ number: posts.number }).from(posts).where(eq(posts.title, title));
  return theOne(found, title).number;
}

/** Of the ticket of this subject. */
export async function ticketNumber(tx: Db, subject: string): Promise<TicketNumber> {
  const { year, serial } = tickets;
  const found = await tx.select({ year, serial }).from(tickets).where(eq(tickets.subject, subject));
  return theOne(found, subject);
}

/** Somebody among the people of a ticket. */
export async function personIn(tx: Db, number: TicketNumber, asker: Asker) {
  const { id, ticketId, userId } = ticketPeople;
  const address = askerAddress(asker);
  const isThey = guestOf(asker) ? eq(ticketPeople.email, address) : eq(users.email, address);
  const found = await tx
    .select({ id, ticketId, userId })
    .from(ticketPeople)
    .innerJoin(tickets, eq(tickets.id, ticketId))
    .leftJoin(users, eq(users.id, userId))
    .where(and(hasNumber(number), isThey, isNull(ticketPeople.removedAt)));
  return theOne(found, asker);
}

function theOne<Row>([row]: Row[], what: string): Row {
  if (!row) throw new Error(`There is no ${what}.`);
  return row;
}
