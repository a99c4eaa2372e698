import { and, eq } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { ticketMessages, tickets } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { renderInJob } from "../../core/text/markdown.server";
import { type Alteration, alterTicket } from "./alter-ticket.server";
import { isSaidIn } from "./find-ticket.server";
import { followTicket } from "./follow-ticket.server";
import { type HeldTicket, holdTheirTicket } from "./hold-ticket.server";
import { afterRequester } from "./lifecycle";
import { changeStatus } from "./move-ticket.server";
import type { Beside } from "./open-beside.server";
import { addCopy, findPersonByAddress } from "./person-by-address.server";
import { recordTicketEvent } from "./record-ticket-event.server";
import { findPerson } from "./say-in-ticket.server";
import { writeTicketNumber } from "./ticket-number";

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
    await recordTicketEvent(tx, {
      type: "ticket.held",
      actorId: null,
      ticketId: ticket.id,
      data: { messageId: id },
      at,
    });
  });
}

interface Settle extends Alteration {
  messageId: string;
}

/**
 * A held message is one like others from now on, and its sender one of the ticket's people. What is closed stays so, and the
 * message opens a ticket that follows it. Throws `forbidden`, `notFound` or `ticketMerged`.
 */
export async function letMessageIn(db: Db, { messageId, ...change }: Settle): Promise<void> {
  await alterTicket(db, change, async (tx, ticket, event) => {
    const { actorId, at } = event;
    const [message] = await tx.select().from(ticketMessages).where(isHeldIn(ticket, messageId));
    if (!message?.sender) throw new DomainError("notFound");
    const { sender: address, senderName: name } = message;
    const { id: ticketId, language } = ticket;
    const known = await findPersonByAddress(tx, ticketId, address);
    const personId = known?.id ?? (await addCopy(tx, { ticketId, address, name, language, at }));
    const to = afterRequester(ticket.status);
    if (to === null) {
      const keep: Beside["keep"] = (opened) => letIn(tx, messageId, { ticketId: opened.id, personId: opened.personId });
      const person = await findPerson(tx, personId);
      const number = await followTicket(tx, ticket, { person, said: message, keep, at });
      const data = { messageId, number: writeTicketNumber(number) };
      return recordTicketEvent(tx, { ...event, type: "ticket.followed", data });
    }
    await letIn(tx, messageId, { personId });
    await tx
      .update(tickets)
      .set({ spokenAt: at, unansweredSince: ticket.unansweredSince ?? at })
      .where(eq(tickets.id, ticketId));
    await recordTicketEvent(tx, { ...event, type: "ticket.let_in", data: { messageId } });
    if (to !== ticket.status) await changeStatus(tx, ticket, { to, by: "agent", actorId, messageId, at });
  });
}

async function letIn(tx: Db, id: string, home: { ticketId?: string; personId: string }): Promise<void> {
  await tx
    .update(ticketMessages)
    .set({ kind: "message", sender: null, senderName: "", ...home })
    .where(eq(ticketMessages.id, id));
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
    await recordTicketEvent(tx, { ...event, type: "ticket.kept_inside", data: { messageId } });
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
    await recordTicketEvent(tx, { ...event, type: "ticket.thrown_away", data: { messageId } });
  });
}

const isHeldIn = (ticket: HeldTicket, messageId: string) =>
  and(eq(ticketMessages.id, messageId), isSaidIn(ticket.id), eq(ticketMessages.kind, "held"));
