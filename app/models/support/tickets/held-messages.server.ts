import { and, eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { ticketMessages, tickets } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { recordEvent } from "../../core/events/record.server";
import { renderInJob } from "../../core/text/markdown.server";
import { type Alteration, alterTicket } from "./alter-ticket.server";
import { type HeldTicket, holdTheirTicket } from "./hold-ticket.server";
import { afterRequester } from "./lifecycle";
import { changeStatus } from "./move-ticket.server";
import { addCopy, findPersonByAddress } from "./person-by-address.server";

interface HoldMessage {
  /** The same for the same mail. */
  id: string;
  ticketId: string;
  /** Who sent it, none of the ticket's people. */
  sender: string;
  senderName: string;
  body: string;
  quoted: string;
  at: Date;
}

/** Keeps what a stranger has mailed to a ticket for the team to look at; the same again changes nothing. */
export async function holdMessage(
  db: Db,
  { id, ticketId, sender, senderName, body, quoted, at }: HoldMessage,
): Promise<void> {
  const { html, version } = await renderInJob(body, "read-mail");
  await db.transaction(async (tx) => {
    const ticket = await holdTheirTicket(tx, ticketId);
    const added = await tx
      .insert(ticketMessages)
      .values({
        id,
        ticketId: ticket.id,
        kind: "held",
        source: "mail",
        bodyMarkdown: body,
        bodyHtml: html,
        htmlVersion: version,
        ...{ sender, senderName, quoted },
        createdAt: at,
      })
      .onConflictDoNothing()
      .returning({ id: ticketMessages.id });
    if (added.length === 0) return;
    await recordEvent(tx, { type: "ticket.held", actorId: null, ticketId: ticket.id, data: { messageId: id }, at });
  });
}

interface Settle extends Alteration {
  messageId: string;
}

/** A held message is one like others from now on, and its sender one of the ticket's people. Throws `forbidden`, `notFound` or `ticketMerged`. */
export async function letMessageIn(db: Db, { messageId, ...change }: Settle): Promise<void> {
  await alterTicket(db, change, async (tx, ticket, event) => {
    const { actorId, at } = event;
    const [message] = await tx
      .select({ sender: ticketMessages.sender, name: ticketMessages.senderName })
      .from(ticketMessages)
      .where(isHeldIn(ticket, messageId));
    if (!message?.sender) throw new DomainError("notFound");
    const { sender: address, name } = message;
    const known = await findPersonByAddress(tx, ticket.id, address);
    const { id: ticketId, language } = ticket;
    const personId = known?.id ?? (await addCopy(tx, { ticketId, address, name, language, at }));
    await tx
      .update(ticketMessages)
      .set({ kind: "message", personId, sender: null, senderName: "" })
      .where(eq(ticketMessages.id, messageId));
    await tx
      .update(tickets)
      .set({ spokenAt: at, unansweredSince: ticket.unansweredSince ?? at })
      .where(eq(tickets.id, ticketId));
    await recordEvent(tx, { ...event, type: "ticket.let_in", data: { messageId } });
    const to = afterRequester(ticket.status);
    if (to && to !== ticket.status) await changeStatus(tx, ticket, { to, by: "agent", actorId, messageId, at });
  });
}

/** A held message is a note from now on: the team alone sees it. Throws `forbidden`, `notFound` or `ticketMerged`. */
export async function keepMessageInside(db: Db, { messageId, ...change }: Settle): Promise<void> {
  await alterTicket(db, change, async (tx, ticket, event) => {
    const kept = await tx
      .update(ticketMessages)
      .set({ kind: "note" })
      .where(isHeldIn(ticket, messageId))
      .returning({ id: ticketMessages.id });
    if (kept.length === 0) throw new DomainError("notFound");
    await recordEvent(tx, { ...event, type: "ticket.kept_inside", data: { messageId } });
  });
}

/** A held message is gone. Throws `forbidden`, `notFound` or `ticketMerged`. */
export async function throwMessageAway(db: Db, { messageId, ...change }: Settle): Promise<void> {
  await alterTicket(db, change, async (tx, ticket, event) => {
    const gone = await tx
      .delete(ticketMessages)
      .where(isHeldIn(ticket, messageId))
      .returning({ id: ticketMessages.id });
    if (gone.length === 0) throw new DomainError("notFound");
    await recordEvent(tx, { ...event, type: "ticket.thrown_away", data: { messageId } });
  });
}

const isHeldIn = (ticket: HeldTicket, messageId: string) =>
  and(eq(ticketMessages.id, messageId), eq(ticketMessages.ticketId, ticket.id), eq(ticketMessages.kind, "held"));
