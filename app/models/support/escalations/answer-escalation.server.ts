import { and, isNull } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import type { Db } from "#db/client.server";
import { escalationRequests } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { renderMarkdown } from "../../core/text/markdown.server";
import { type Alteration, type Altered, alterTicket } from "../tickets/alter-ticket.server";
import type { HeldTicket } from "../tickets/hold-ticket.server";
import { afterAgent } from "../tickets/lifecycle";
import { recordTicketEvent } from "../tickets/record-ticket-event.server";
import { addAnswer } from "../tickets/say-in-ticket.server";
import { escalate } from "./escalate.server";
import { canEscalate } from "./escalation";
import { isAskedIn, listEscalations } from "./find-escalation.server";

/**
 * Lets a ticket go a tier higher, as its requester asked; the same agent's again changes nothing. Throws `forbidden`, `notFound`,
 * `ticketMerged`, `escalationAnswered` or `escalationNotNow`.
 */
export async function acceptEscalation(db: Db, change: Alteration): Promise<void> {
  await alterTicket(db, change, async (tx, ticket, event) => {
    if (await wasAnswered(tx, event, true)) return;
    if (!canEscalate(ticket)) throw new DomainError("escalationNotNow");
    await noteAnswer(tx, event, true);
    await escalate(tx, ticket, event, { to: ticket.tier + 1, reason: "asked" });
  });
}

/**
 * Leaves a ticket where it is, and tells its people why, in a message. Throws `forbidden`, `notFound`, `ticketMerged`,
 * `ticketClosed` or `escalationAnswered`.
 */
export async function refuseEscalation(db: Db, { body, ...change }: Alteration & { body: string }): Promise<void> {
  const rendered = await renderMarkdown(body, change.viewer.id);
  await alterTicket(db, change, async (tx, ticket, event) => {
    if (await wasAnswered(tx, event, false)) return;
    const id = uuid();
    const { actorId, at } = event;
    const said = { id, kind: "message" as const, body, rendered, source: "page" as const, at };
    await answer(tx, ticket, { said, agentId: actorId });
    await noteAnswer(tx, event, false);
    await recordTicketEvent(tx, { ...event, type: "ticket.escalation_refused", data: { messageId: id } });
  });
}

async function answer(tx: Db, ticket: HeldTicket, more: Pick<Parameters<typeof addAnswer>[2], "said" | "agentId">) {
  if (ticket.status === "closed") throw new DomainError("ticketClosed");
  await addAnswer(tx, ticket, { ...more, to: afterAgent(ticket.status) });
}

/** Whether this agent has said the same already. Throws `notFound` where nobody asked, `escalationAnswered` for other answers. */
async function wasAnswered(tx: Db, { ticketId, actorId }: Altered, isAccepted: boolean): Promise<boolean> {
  const asked = await listEscalations(tx, ticketId);
  if (asked.length === 0) throw new DomainError("notFound");
  if (asked.some((one) => one.isAccepted === null)) return false;
  if (asked.some((one) => one.isAccepted === isAccepted && one.answeredBy === actorId)) return true;
  throw new DomainError("escalationAnswered");
}

async function noteAnswer(tx: Db, { ticketId, actorId, at }: Altered, isAccepted: boolean): Promise<void> {
  await tx
    .update(escalationRequests)
    .set({ isAccepted, answeredBy: actorId, answeredAt: at })
    .where(and(isAskedIn(ticketId), isNull(escalationRequests.isAccepted)));
}
