import { asc, eq, inArray } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { tickets, users } from "#db/schema";
import type { TicketPriority } from "#db/schema/support/tickets";
import { DomainError } from "../../core/domain-error";
import { handlers } from "../../core/users/policy";
import { type Alteration, alterTicket } from "./alter-ticket.server";
import { findCategory } from "./find-category.server";
import { recordTicketEvent } from "./record-ticket-event.server";
import { assign, prioritize, tag } from "./ticket-acts.server";

/**
 * Says who of the team looks after a ticket; null is nobody. Throws `forbidden`, `notOfTheTeam`, `notFound` or
 * `ticketMerged`.
 */
export async function assignTicket(
  db: Db,
  { assigneeId, ...change }: Alteration & { assigneeId: string | null },
): Promise<void> {
  await alterTicket(
    db,
    change,
    (tx, ticket, event) => assign(tx, ticket, event, assigneeId),
    // The person before the ticket, as when somebody leaves the team (../../core/users/leave-team.server.ts).
    assigneeId ? (tx) => holdAgent(tx, assigneeId) : undefined,
  );
}

/** Takes a ticket that is nobody's: of two who do at once, one has it. Throws `ticketTaken` for the other. */
export async function takeTicket(db: Db, change: Alteration): Promise<void> {
  await alterTicket(db, change, async (tx, ticket, event) => {
    if (ticket.assigneeId === change.viewer.id) return;
    if (ticket.assigneeId) throw new DomainError("ticketTaken");
    await assign(tx, ticket, event, change.viewer.id);
  });
}

/** Throws `forbidden`, `notFound` or `ticketMerged`. */
export async function prioritizeTicket(
  db: Db,
  { priority, ...change }: Alteration & { priority: TicketPriority },
): Promise<void> {
  await alterTicket(db, change, (tx, ticket, event) => prioritize(tx, ticket, event, priority));
}

/** Throws `forbidden`, `notFound`, `ticketMerged` or `categoryNotFound`. */
export async function categorizeTicket(
  db: Db,
  { categoryId, ...change }: Alteration & { categoryId: number },
): Promise<void> {
  await alterTicket(db, change, async (tx, ticket, event) => {
    if (ticket.categoryId === categoryId) return;
    await findCategory(tx, categoryId);
    await tx.update(tickets).set({ categoryId }).where(eq(tickets.id, ticket.id));
    await recordTicketEvent(tx, {
      ...event,
      type: "ticket.categorized",
      data: { from: ticket.categoryId, to: categoryId },
    });
  });
}

/** The tags that a ticket is to have, lower case. Throws `forbidden`, `notFound` or `ticketMerged`. */
export async function tagTicket(db: Db, { tags, ...change }: Alteration & { tags: string[] }): Promise<void> {
  await alterTicket(db, change, (tx, ticket, event) => tag(tx, ticket, event, tags));
}

/** Gives a ticket another subject. Throws `forbidden`, `notFound` or `ticketMerged`. */
export async function renameTicket(db: Db, { subject, ...change }: Alteration & { subject: string }): Promise<void> {
  await alterTicket(db, change, async (tx, ticket, event) => {
    if (ticket.subject === subject) return;
    await tx.update(tickets).set({ subject }).where(eq(tickets.id, ticket.id));
    await recordTicketEvent(tx, { ...event, type: "ticket.renamed", data: { from: ticket.subject, to: subject } });
  });
}

/** A restricted ticket is read by its assignee, the highest tier and administrators alone. Throws `forbidden`, `notFound` or `ticketMerged`. */
export async function restrictTicket(
  db: Db,
  { isRestricted, ...change }: Alteration & { isRestricted: boolean },
): Promise<void> {
  await alterTicket(db, change, async (tx, ticket, event) => {
    if (ticket.isRestricted === isRestricted) return;
    await tx.update(tickets).set({ isRestricted }).where(eq(tickets.id, ticket.id));
    await recordTicketEvent(tx, { ...event, type: "ticket.restricted", data: { isRestricted } });
  });
}

/** Somebody who handles tickets, and goes on to do so until the transaction ends. Throws `notOfTheTeam`. */
export async function holdAgent(tx: Db, userId: string): Promise<void> {
  const [person] = await tx.select({ role: users.role }).from(users).where(eq(users.id, userId)).for("share");
  if (!person || !handlers.includes(person.role)) throw new DomainError("notOfTheTeam");
}

/** The same of several, whatever they are by now. */
export async function holdAgents(tx: Db, userIds: string[]): Promise<void> {
  if (userIds.length === 0) return;
  await tx.select({ id: users.id }).from(users).where(inArray(users.id, userIds)).orderBy(asc(users.id)).for("share");
}
