import { and, eq, isNull, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import type { Db } from "#db/client.server";
import { ticketMessages, ticketPeople, tickets, users } from "#db/schema";
import { DomainError } from "../../core/domain-error";
import { recordEvent } from "../../core/events/record.server";
import { renderInJob } from "../../core/text/markdown.server";
import { mayHandleTickets } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { type HeldTicket, holdLiveTicket, holdTheirTicket } from "./hold-ticket.server";
import { afterRequester } from "./lifecycle";
import { changeStatus } from "./move-ticket.server";
import type { TicketNumber } from "./ticket-number";

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

interface Settle {
  viewer: User;
  number: TicketNumber;
  messageId: string;
  at?: Date;
}

/** A held message is one like others from now on, and its sender one of the ticket's people. Throws `forbidden`, `notFound` or `ticketMerged`. */
export async function letMessageIn(db: Db, { viewer, number, messageId, at = new Date() }: Settle): Promise<void> {
  if (!mayHandleTickets(viewer)) throw new DomainError("forbidden");
  await db.transaction(async (tx) => {
    const ticket = await holdLiveTicket(tx, viewer, number);
    const [message] = await tx
      .select({ sender: ticketMessages.sender, name: ticketMessages.senderName })
      .from(ticketMessages)
      .where(isHeldIn(ticket, messageId));
    if (!message?.sender) throw new DomainError("notFound");
    const personId = await findOrAddPerson(tx, ticket, { address: message.sender, name: message.name, at });
    await tx
      .update(ticketMessages)
      .set({ kind: "message", personId, sender: null, senderName: "" })
      .where(eq(ticketMessages.id, messageId));
    await tx
      .update(tickets)
      .set({ spokenAt: at, unansweredSince: ticket.unansweredSince ?? at })
      .where(eq(tickets.id, ticket.id));
    await recordEvent(tx, { type: "ticket.let_in", actorId: viewer.id, ticketId: ticket.id, data: { messageId }, at });
    const to = afterRequester(ticket.status);
    if (to && to !== ticket.status)
      await changeStatus(tx, ticket, { to, by: "agent", actorId: viewer.id, messageId, at });
  });
}

/** A held message is gone. Throws `forbidden`, `notFound` or `ticketMerged`. */
export async function throwMessageAway(db: Db, { viewer, number, messageId, at = new Date() }: Settle): Promise<void> {
  if (!mayHandleTickets(viewer)) throw new DomainError("forbidden");
  await db.transaction(async (tx) => {
    const ticket = await holdLiveTicket(tx, viewer, number);
    const gone = await tx
      .delete(ticketMessages)
      .where(isHeldIn(ticket, messageId))
      .returning({ id: ticketMessages.id });
    if (gone.length === 0) throw new DomainError("notFound");
    await recordEvent(tx, {
      type: "ticket.thrown_away",
      actorId: viewer.id,
      ticketId: ticket.id,
      data: { messageId },
      at,
    });
  });
}

const isHeldIn = (ticket: HeldTicket, messageId: string) =>
  and(eq(ticketMessages.id, messageId), eq(ticketMessages.ticketId, ticket.id), eq(ticketMessages.kind, "held"));

async function findOrAddPerson(
  tx: Db,
  ticket: HeldTicket,
  { address, name, at }: { address: string; name: string; at: Date },
): Promise<string> {
  const [known] = await tx
    .select({ id: ticketPeople.id })
    .from(ticketPeople)
    .leftJoin(users, eq(users.id, ticketPeople.userId))
    .where(
      and(
        eq(ticketPeople.ticketId, ticket.id),
        isNull(ticketPeople.removedAt),
        sql`coalesce(${users.email}, ${ticketPeople.email}) = ${address}`,
      ),
    );
  if (known) return known.id;
  const [account] = await tx
    .select({ id: users.id, language: users.language })
    .from(users)
    .where(and(eq(users.email, address), isNull(users.blockedAt)));
  const id = uuid();
  await tx.insert(ticketPeople).values({
    id,
    ticketId: ticket.id,
    role: "copy",
    userId: account?.id,
    email: account ? null : address,
    name: account ? "" : name,
    language: account?.language ?? ticket.language,
    createdAt: at,
  });
  return id;
}
