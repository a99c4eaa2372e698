import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { tickets } from "#db/schema";
import type { TicketStanding } from "#db/schema/support/queue";
import type { TicketStatus } from "#db/schema/support/tickets";
import { DomainError } from "../../core/domain-error";
import type { EventData } from "../../core/events/types";
import { type Alteration, alterTicket } from "./alter-ticket.server";
import { type HeldTicket, holdTheirTicket } from "./hold-ticket.server";
import { canMoveTicket } from "./lifecycle";
import { recordTicketEvent } from "./record-ticket-event.server";

interface MoveTicket extends Alteration {
  /** The status that the agent saw; when it is another by now, the move is refused. */
  from: TicketStatus;
  to: TicketStatus;
}

/** Moves a ticket through its lifecycle. Throws `forbidden`, `notFound`, `ticketMerged`, `ticketMovedMeanwhile` or `ticketIllegalMove`. */
export async function moveTicket(db: Db, { from, to, ...change }: MoveTicket): Promise<void> {
  await alterTicket(db, change, async (tx, ticket, { actorId, at }) => {
    if (ticket.status === to) return;
    if (ticket.status !== from) throw new DomainError("ticketMovedMeanwhile");
    if (!canMoveTicket(from, to)) throw new DomainError("ticketIllegalMove");
    await changeStatus(tx, ticket, { to, by: "agent", actorId, at });
  });
}

/**
 * Takes a move back: the ticket stands again as it stood, whether or not the lifecycle leads there. Throws `forbidden`,
 * `notFound` or `ticketMerged`.
 */
export async function moveTicketBack(db: Db, { before, ...change }: Alteration & { before: Stood }): Promise<void> {
  await alterTicket(db, change, async (tx, ticket, { actorId, at }) => {
    await changeStatus(tx, ticket, { to: before.status, by: "agent", actorId, at, before });
  });
}

/** One of its people says that a ticket is solved. Throws `notFound`; does nothing where it is over. */
export async function solveTicket(
  db: Db,
  { person, at = new Date() }: { person: { ticketId: string; userId: string | null }; at?: Date },
): Promise<void> {
  await db.transaction(async (tx) => {
    const ticket = await holdTheirTicket(tx, person.ticketId);
    if (!canMoveTicket(ticket.status, "resolved")) return;
    await changeStatus(tx, ticket, { to: "resolved", by: "requester", actorId: person.userId, at });
  });
}

/** One of its people wants a ticket that is resolved to be open again. Throws `notFound` or `ticketClosed`. */
export async function reopenTicket(
  db: Db,
  { person, at = new Date() }: { person: { ticketId: string; userId: string | null }; at?: Date },
): Promise<void> {
  await db.transaction(async (tx) => {
    const ticket = await holdTheirTicket(tx, person.ticketId);
    if (ticket.status === "closed") throw new DomainError("ticketClosed");
    if (ticket.status !== "resolved") return;
    await changeStatus(tx, ticket, { to: "open", by: "requester", actorId: person.userId, at });
  });
}

interface Change extends Pick<EventData["ticket.moved"], "to" | "by" | "messageId" | "via"> {
  actorId: string | null;
  at: Date;
  /** What it comes back to, where a move is taken back. */
  before?: Stood;
}

/** A ticket's status and what belongs to it, as it was kept. */
type Stood = Pick<TicketStanding, "status" | "resolvedAt" | "closedAt" | "unansweredSince" | "reopenCount">;

/** Writes down that a held ticket has another status; legal or not, its caller knows. */
export async function changeStatus(
  tx: Db,
  ticket: HeldTicket,
  { to, by, actorId, messageId, via, at, before }: Change,
): Promise<void> {
  await tx
    .update(tickets)
    .set({ status: to, ...(before ? valuesOf(before) : follows(ticket, to, at)) })
    .where(eq(tickets.id, ticket.id));
  await recordTicketEvent(tx, {
    type: "ticket.moved",
    actorId,
    ticketId: ticket.id,
    data: {
      from: ticket.status,
      to,
      by,
      ...(messageId && { messageId }),
      ...(via && { via }),
      ...(before && { isBack: true }),
    },
    at,
  });
}

function follows(ticket: HeldTicket, to: TicketStatus, at: Date): Partial<HeldTicket> {
  const isReopened = ticket.status === "resolved" && (to === "open" || to === "in_progress");
  return {
    ...(to === "resolved" && { resolvedAt: at, unansweredSince: null }),
    ...(to === "closed" && { closedAt: at, resolvedAt: ticket.resolvedAt ?? at, unansweredSince: null }),
    ...(isReopened && { resolvedAt: null, reopenCount: ticket.reopenCount + 1 }),
  };
}

const valuesOf = ({ resolvedAt, closedAt, unansweredSince, reopenCount }: Stood): Partial<HeldTicket> => ({
  resolvedAt: resolvedAt === null ? null : new Date(resolvedAt),
  closedAt: closedAt === null ? null : new Date(closedAt),
  unansweredSince: unansweredSince === null ? null : new Date(unansweredSince),
  reopenCount,
});
