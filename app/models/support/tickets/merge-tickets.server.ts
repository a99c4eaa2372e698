import { and, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { ticketPeople, tickets, users } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { mayHandleTickets } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { type HeldTicket, hasNumber, holdLiveTicket } from "./hold-ticket.server";
import { recordTicketEvent } from "./record-ticket-event.server";
import { type TicketNumber, writeTicketNumber } from "./ticket-number";
import { handledTickets } from "./visible-tickets.server";

interface MergeTickets {
  viewer: User;
  /** What is to be read on elsewhere. */
  number: TicketNumber;
  /** Where. */
  into: TicketNumber;
  at?: Date;
}

/**
 * Makes one ticket part of another of the same requester: both are read there, in order of time, and answers go there.
 * Nobody reads what another person wrote: of two requesters, none are merged; and what is restricted stays so, with all that
 * it is read with. Throws `forbidden`, `notFound`,
 * `ticketMerged`, `ticketIntoItself` or `requestersDiffer`.
 */
export async function mergeTickets(db: Db, { viewer, number, into, at = new Date() }: MergeTickets): Promise<void> {
  if (!mayHandleTickets(viewer)) throw new DomainError("forbidden");
  if (writeTicketNumber(number) === writeTicketNumber(into))
    throw new DomainError("ticketIntoItself", { field: "into" });
  await db.transaction(async (tx) => {
    // Both in the order of their numbers, and only the one that stays as an original.
    const pair = [number, into].sort((a, b) => a.year - b.year || a.serial - b.serial);
    const held = [];
    for (const one of pair) held.push(await holdLiveTicket(tx, viewer, one));
    const duplicate = held[pair.indexOf(number)];
    const original = held[pair.indexOf(into)];
    if (!duplicate || !original) throw new DomainError("notFound");
    if (!(await isOfSameRequester(tx, duplicate, original)))
      throw new DomainError("requestersDiffer", { field: "into" });
    await mergeHeld(tx, { duplicate, original, actorId: viewer.id, at });
  });
}

/** Nobody reads what another person wrote. */
export const isOfSameRequester = async (tx: Db, one: { id: string }, other: { id: string }): Promise<boolean> =>
  (await requesterOf(tx, one.id)) === (await requesterOf(tx, other.id));

interface MergeHeld {
  duplicate: HeldTicket;
  original: HeldTicket;
  actorId: string | null;
  via?: "freshdesk";
  at: Date;
}

/** Makes one ticket part of another, both of them held and of the same requester. */
export async function mergeHeld(tx: Db, { duplicate, original, actorId, via, at }: MergeHeld): Promise<void> {
  await tx.update(tickets).set({ mergedInto: original.id }).where(eq(tickets.id, duplicate.id));
  // What was merged into the duplicate goes along: nothing is merged into what is merged itself.
  await tx.update(tickets).set({ mergedInto: original.id }).where(eq(tickets.mergedInto, duplicate.id));
  await tx
    .update(tickets)
    .set({
      unansweredSince: sql`least(${tickets.unansweredSince}, ${duplicate.unansweredSince?.toISOString() ?? null}::timestamptz)`,
      spokenAt: sql`greatest(${tickets.spokenAt}, ${duplicate.spokenAt.toISOString()}::timestamptz)`,
      isRestricted: original.isRestricted || duplicate.isRestricted,
    })
    .where(eq(tickets.id, original.id));
  if (duplicate.isRestricted && !original.isRestricted) {
    const restricted = { actorId, ticketId: original.id, data: { isRestricted: true }, at };
    await recordTicketEvent(tx, { ...restricted, type: "ticket.restricted" });
  }
  await recordTicketEvent(tx, {
    type: "ticket.merged",
    actorId,
    ticketId: duplicate.id,
    data: { into: original.id, number: writeTicketNumber(original), ...(via && { via }) },
    at,
  });
}

/** Takes a merged ticket out again: it stands where it stood. Throws `forbidden` or `notFound`. */
export async function unmergeTicket(
  db: Db,
  { viewer, number, at = new Date() }: Omit<MergeTickets, "into">,
): Promise<void> {
  if (!mayHandleTickets(viewer)) throw new DomainError("forbidden");
  await db.transaction(async (tx) => {
    const [known] = await tx
      .select({ id: tickets.id, mergedInto: tickets.mergedInto })
      .from(tickets)
      .where(and(hasNumber(number), handledTickets(viewer)));
    if (!known) throw new DomainError("notFound");
    if (!known.mergedInto) return;
    const [original] = await tx.select().from(tickets).where(eq(tickets.id, known.mergedInto)).for("update");
    const [freed] = await tx
      .update(tickets)
      .set({ mergedInto: null })
      .where(and(eq(tickets.id, known.id), eq(tickets.mergedInto, known.mergedInto)))
      .returning({ id: tickets.id });
    if (!freed || !original) return;
    await recordTicketEvent(tx, {
      type: "ticket.unmerged",
      actorId: viewer.id,
      ticketId: known.id,
      data: { from: original.id, number: writeTicketNumber(original) },
      at,
    });
  });
}

/** Who a requester is: their account, or else their address. */
async function requesterOf(tx: Db, ticketId: string): Promise<string> {
  const account = tx.select({ id: users.id }).from(users).where(eq(users.email, ticketPeople.email));
  const [requester] = await tx
    .select({ who: sql<string>`coalesce(${ticketPeople.userId}::text, (${account})::text, ${ticketPeople.email})` })
    .from(ticketPeople)
    .where(
      and(eq(ticketPeople.ticketId, ticketId), eq(ticketPeople.role, "requester"), isNull(ticketPeople.removedAt)),
    );
  return requester?.who ?? ticketId;
}
