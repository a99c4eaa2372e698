import { eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { escalations, supportTierMembers, tickets } from "#db/schema";
import type { EscalationReason } from "#db/schema/support/escalations";
import type { HeldTicket } from "../tickets/hold-ticket.server";
import { recordTicketEvent } from "../tickets/record-ticket-event.server";
import { type Act, assign } from "../tickets/ticket-acts.server";

/** Where a ticket goes, and why. */
export interface Step {
  to: number;
  reason: EscalationReason;
  /** The id of the event that it follows from. */
  occasion?: number;
  /** The word that was said. */
  word?: string;
  /** In the words of whoever wants it. */
  note?: string;
}

/**
 * Has a ticket that is held go to a higher tier, unless it is there: it stands in that tier's queue then, or stays with
 * whoever is of that tier, and its members hear of it. Every step is taken once; resolves to whether this is the time.
 */
export async function escalate(
  tx: Db,
  ticket: HeldTicket,
  act: Act,
  { to, reason, occasion, ...said }: Step,
): Promise<boolean> {
  const { ticketId, actorId, at, rule } = act;
  const step = { ticketId, tier: to, reason, occasion, takenAt: at };
  const taken = await tx.insert(escalations).values(step).onConflictDoNothing().returning();
  if (taken.length === 0) return false;
  if (ticket.tier >= to) return true;
  const data = { from: ticket.tier, to };
  const event = { ticketId, actorId, at };
  await tx.update(tickets).set({ tier: to }).where(eq(tickets.id, ticketId));
  if (reason === "asked") await recordTicketEvent(tx, { ...event, type: "ticket.escalation_accepted", data });
  else {
    const why = { reason, ...said, ...(rule && { rule }) };
    await recordTicketEvent(tx, { ...event, type: "ticket.raised", data: { ...data, ...why } });
  }
  // A rule says by itself whose a ticket is.
  if (reason !== "rule") await leaveToTier(tx, ticket, act, to);
  return true;
}

/** Where nobody is of the tier, whoever has the ticket keeps it. */
async function leaveToTier(tx: Db, ticket: HeldTicket, act: Act, tier: number): Promise<void> {
  if (!ticket.assigneeId) return;
  const members = await tx
    .select({ id: supportTierMembers.userId })
    .from(supportTierMembers)
    .where(eq(supportTierMembers.tier, tier));
  if (members.length > 0 && !members.some(({ id }) => id === ticket.assigneeId)) await assign(tx, ticket, act, null);
}
