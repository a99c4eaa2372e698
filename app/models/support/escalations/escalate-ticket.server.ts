import type { Db } from "#db/client.server";
import { DomainError } from "../../core/domain-error";
import { type Alteration, alterTicket } from "../tickets/alter-ticket.server";
import { escalate } from "./escalate.server";
import { canEscalate } from "./escalation";

interface EscalateTicket extends Alteration {
  tier: number;
  /** What the tier is told. */
  reason: string;
}

/**
 * Has a ticket go to a higher tier, as somebody of the team wants it. Throws `forbidden`, `notFound`, `ticketMerged` or
 * `escalationNotNow`.
 */
export async function escalateTicket(db: Db, { tier, reason, ...change }: EscalateTicket): Promise<void> {
  await alterTicket(db, change, async (tx, ticket, event) => {
    if (!canEscalate(ticket) || tier <= ticket.tier) throw new DomainError("escalationNotNow");
    await escalate(tx, ticket, event, { to: tier, reason: "hand", note: reason });
  });
}
