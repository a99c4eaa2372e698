import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { tickets } from "#db/schema";
import type { TicketPriority } from "#db/schema/support/tickets";
import type { RuleMark } from "../../core/events/catalogue/tickets";
import type { HeldTicket } from "./hold-ticket.server";
import { recordTicketEvent } from "./record-ticket-event.server";

// What the team, or a rule, changes of a ticket that is held; whether they may, their callers know.

/** What the events of one change have in common. */
export interface Act {
  /** Null for a rule. */
  actorId: string | null;
  ticketId: string;
  at: Date;
  rule?: RuleMark;
}

/** An event as it is recorded, and what its data says of the rule. */
const told = ({ rule, ...event }: Act) => ({ event, mark: rule ? { rule } : {} });

export async function assign(tx: Db, ticket: HeldTicket, act: Act, assigneeId: string | null): Promise<void> {
  if (ticket.assigneeId === assigneeId) return;
  const { event, mark } = told(act);
  await tx.update(tickets).set({ assigneeId }).where(eq(tickets.id, ticket.id));
  await recordTicketEvent(tx, {
    ...event,
    type: "ticket.assigned",
    data: { from: ticket.assigneeId, to: assigneeId, ...mark },
  });
}

export async function prioritize(tx: Db, ticket: HeldTicket, act: Act, priority: TicketPriority): Promise<void> {
  if (ticket.priority === priority) return;
  const { event, mark } = told(act);
  await tx.update(tickets).set({ priority }).where(eq(tickets.id, ticket.id));
  await recordTicketEvent(tx, {
    ...event,
    type: "ticket.prioritized",
    data: { from: ticket.priority, to: priority, ...mark },
  });
}

/** Gives it these tags and no others. */
export async function tag(tx: Db, ticket: HeldTicket, act: Act, tags: string[]): Promise<void> {
  const wanted = [...new Set(tags)];
  const added = wanted.filter((one) => !ticket.tags.includes(one));
  const removed = ticket.tags.filter((one) => !wanted.includes(one));
  if (added.length + removed.length === 0) return;
  const { event, mark } = told(act);
  await tx.update(tickets).set({ tags: wanted }).where(eq(tickets.id, ticket.id));
  await recordTicketEvent(tx, { ...event, type: "ticket.tagged", data: { added, removed, ...mark } });
}
