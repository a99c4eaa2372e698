import { and, eq, isNotNull, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import type { Db } from "#db/client.server";
import { attachments, ticketMessages, ticketPeople, tickets } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { copyFiles } from "../../feedback/attachments/copy-files.server";
import { type Alteration, alterTicket } from "./alter-ticket.server";
import { findCategory } from "./find-category.server";
import { isSaidIn } from "./find-ticket.server";
import type { HeldTicket } from "./hold-ticket.server";
import { keepMessage } from "./keep-message.server";
import { openBeside } from "./open-beside.server";
import { recordTicketEvent } from "./record-ticket-event.server";
import { type TicketNumber, writeTicketNumber } from "./ticket-number";

interface SplitMessage extends Alteration {
  messageId: string;
  subject: string;
  categoryId: number;
}

/**
 * Makes a ticket of its own of one message, of the same person; it stays where it was said, and nobody is mailed it again.
 * What was split off already is not split off twice. Resolves to the number of the new ticket. Throws `forbidden`,
 * `notFound`, `ticketMerged`, `onlyMessage` or `categoryNotFound`.
 */
export async function splitMessage(db: Db, input: SplitMessage): Promise<TicketNumber> {
  const { messageId, subject, categoryId, ...change } = input;
  let number: TicketNumber | undefined;
  await alterTicket(db, change, async (tx, ticket, event) => {
    number = await findSplitOff(tx, messageId, ticket);
    if (number) return;
    const message = await findMessage(tx, ticket, messageId);
    const category = await findCategory(tx, categoryId);
    const { id: _, ticketId: __, bodyMarkdown, bodyHtml, htmlVersion, agentId, personId, source, quoted } = message;
    const said = {
      ...{ id: uuid(), kind: "message" as const, source, quoted, splitFrom: messageId, at: message.createdAt },
      body: bodyMarkdown,
      rendered: { html: bodyHtml, version: htmlVersion },
    };
    const opened = await openBeside(tx, ticket, {
      person: await findPerson(tx, ticket, personId),
      said,
      keep: (made) => keepMessage(tx, made, { ...said, ...(agentId ? { agentId } : { personId: made.personId }) }),
      values: {
        subject,
        categoryId,
        priority: category.usualPriority,
        unansweredSince: personId ? message.createdAt : null,
      },
      event: { actorId: event.actorId, data: { by: "agent", splitFrom: writeTicketNumber(ticket) } },
      at: event.at,
    });
    number = { year: opened.year, serial: opened.serial };
    const to = { kind: "ticketMessage" as const, id: said.id };
    await copyFiles(tx, eq(attachments.ticketMessageId, messageId), { to, at: event.at });
    await forgetWaiting(tx, ticket);
    const data = { messageId, into: opened.id, number: writeTicketNumber(opened) };
    await recordTicketEvent(tx, { ...event, type: "ticket.split", data });
  });
  if (!number) throw new Error("A message was split off into no ticket.");
  return number;
}

const isMessage = eq(ticketMessages.kind, "message");

/** The ticket that a message of this one became. */
async function findSplitOff(tx: Db, messageId: string, { id }: HeldTicket): Promise<TicketNumber | undefined> {
  const isOriginal = and(eq(ticketMessages.id, messageId), isSaidIn(id));
  const [found] = await tx
    .select({ year: tickets.year, serial: tickets.serial })
    .from(ticketMessages)
    .innerJoin(tickets, eq(tickets.id, ticketMessages.ticketId))
    .where(eq(ticketMessages.splitFrom, tx.select({ id: ticketMessages.id }).from(ticketMessages).where(isOriginal)));
  return found;
}

/** What was said to or by the ticket's people, and not alone. */
async function findMessage(tx: Db, { id }: HeldTicket, messageId: string) {
  const isThere = and(isSaidIn(id), isMessage);
  const [message] = await tx
    .select()
    .from(ticketMessages)
    .where(and(isThere, eq(ticketMessages.id, messageId)));
  if (!message) throw new DomainError("notFound");
  if ((await tx.$count(ticketMessages, isThere)) < 2) throw new DomainError("onlyMessage");
  return message;
}

/** Who said it of the ticket's people; where it was the team, the requester. */
async function findPerson(tx: Db, { id }: HeldTicket, personId: string | null) {
  const { ticketId, role } = ticketPeople;
  const [person] = await tx
    .select()
    .from(ticketPeople)
    .where(personId ? eq(ticketPeople.id, personId) : and(eq(ticketId, id), eq(role, "requester")));
  if (!person) throw new DomainError("notFound");
  return person;
}

/** Whoever waits, waits since what is left here was said, or no more. */
async function forgetWaiting(tx: Db, { id }: HeldTicket): Promise<void> {
  const here = sql`from ${ticketMessages} where ${isSaidIn(id)} and ${isMessage}`;
  const since = sql`(select min(created_at) ${here} and person_id is not null
    and not exists (select from ticket_messages as split where split.split_from = ${ticketMessages.id})
    and created_at > coalesce((select max(created_at) ${here} and agent_id is not null), '-infinity'))`;
  await tx
    .update(tickets)
    .set({ unansweredSince: since })
    .where(and(eq(tickets.id, id), isNotNull(tickets.unansweredSince)));
}
