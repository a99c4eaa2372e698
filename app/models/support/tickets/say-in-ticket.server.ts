import { and, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { ticketMessages, ticketPeople, tickets } from "#db/schema";
import type { TicketMessageKind, TicketSource, TicketStatus } from "#db/schema/support/tickets";
import { DomainError } from "../../core/domain-error";
import { settleId } from "../../core/settle-id.server";
import { renderMarkdown } from "../../core/text/markdown.server";
import { mayHandleTickets } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import type { FileOwner } from "../../feedback/attachments/attachment";
import { findNewestSaid, isSaidIn } from "./find-ticket.server";
import { followTicket } from "./follow-ticket.server";
import { type HeldTicket, holdLiveTicket, holdTheirTicket } from "./hold-ticket.server";
import { keepMessage, type NewMessage } from "./keep-message.server";
import { afterAgent, afterRequester, canMoveTicket } from "./lifecycle";
import { changeStatus } from "./move-ticket.server";
import type { Beside } from "./open-beside.server";
import { recordTicketEvent } from "./record-ticket-event.server";
import type { TicketNumber } from "./ticket-number";

interface Said {
  /** Made by the client: the same message sent again is there once. */
  id: string;
  /** Markdown. */
  body: string;
  at?: Date;
}

interface Answer extends Said {
  viewer: User;
  number: TicketNumber;
  kind: TicketMessageKind;
  /** What the ticket is to be afterwards; as usual where nothing is chosen. Notes leave it as it is. */
  next?: TicketStatus;
  /** Mails nobody. */
  isQuiet?: boolean;
  source?: TicketSource;
  /** The last message that the agent saw: where others have come since, they are shown first. */
  seen?: string;
}

/**
 * Answers a ticket as somebody of the team, or leaves a note that only the team sees. Resolves to the message's id.
 * Throws `forbidden`, `busy`, `notFound`, `ticketMerged`, `saidMeanwhile`, `ticketIllegalMove`, `ticketClosed` or `idTaken`.
 */
export async function answerTicket(db: Db, input: Answer): Promise<{ id: string }> {
  const { viewer, number, id: clientId, body, kind, next, seen, isQuiet, source = "page", at = new Date() } = input;
  if (!mayHandleTickets(viewer)) throw new DomainError("forbidden");
  const rendered = await renderMarkdown(body, viewer.id);
  return db.transaction(async (tx) => {
    const ticket = await holdLiveTicket(tx, viewer, number);
    const sent = { viewer, id: clientId, content: { number, body, kind } };
    const { id, isThere, fingerprint } = await settleId(tx, { table: ticketMessages, owner: speaker }, sent);
    if (isThere) return { id };
    if (kind === "message" && ticket.status === "closed") throw new DomainError("ticketClosed");
    if (seen) await requireNothingNew(tx, ticket, seen);
    const files = { draftId: clientId, by: viewer };
    const said = { id, kind, body, rendered, fingerprint, source, files, at };
    if (kind === "note") {
      await keepMessage(tx, ticket, { ...said, agentId: viewer.id });
      await recordTicketEvent(tx, {
        type: "ticket.noted",
        actorId: viewer.id,
        ticketId: ticket.id,
        data: { messageId: id },
        at,
      });
      return { id };
    }
    const to = next ?? afterAgent(ticket.status);
    if (to !== ticket.status && !canMoveTicket(ticket.status, to)) throw new DomainError("ticketIllegalMove");
    await addAnswer(tx, ticket, { said, agentId: viewer.id, to, isQuiet });
    return { id };
  });
}

interface AddAnswer {
  said: NewMessage;
  /** Null for whoever answers in Freshdesk. */
  agentId: string | null;
  /** The ticket's status from then on. */
  to: TicketStatus;
  isQuiet?: boolean;
  /** Where it was said in Freshdesk: when we heard of it. */
  heardAt?: Date;
}

/** What somebody of the team says to the people of a ticket that is held; whether they may, its caller knows. */
export async function addAnswer(
  tx: Db,
  ticket: HeldTicket,
  { said, agentId, to, isQuiet, heardAt }: AddAnswer,
): Promise<void> {
  const { id } = said;
  const at = heardAt ?? said.at;
  const via = heardAt && ("freshdesk" as const);
  await keepMessage(tx, ticket, { ...said, agentId });
  await tx
    .update(tickets)
    .set({
      spokenAt: at,
      unansweredSince: heardAt ? findUnanswered(ticket, said.at) : null,
      firstAnsweredAt: ticket.firstAnsweredAt ?? at,
    })
    .where(eq(tickets.id, ticket.id));
  await recordTicketEvent(tx, {
    type: "ticket.answered",
    actorId: agentId,
    ticketId: ticket.id,
    data: { messageId: id, by: "agent", ...(isQuiet && { isQuiet }), ...(via && { via }) },
    at,
  });
  if (to !== ticket.status) {
    await changeStatus(tx, ticket, { to, by: "agent", actorId: agentId, messageId: id, via, at });
  }
}

/** An answer that comes late leaves what was asked after it unanswered. */
const findUnanswered = ({ id }: HeldTicket, answeredAt: Date) =>
  sql`(select min(${ticketMessages.createdAt}) from ${ticketMessages} where ${isSaidIn(id)}
    and ${ticketMessages.kind} = 'message' and ${ticketMessages.personId} is not null
    and ${ticketMessages.createdAt} > ${answeredAt.toISOString()}::timestamptz)`;

interface Reply extends Said {
  /** Who of the ticket's people says it. */
  personId: string;
  /** Whose files go along, where it is not the person's account. */
  filesBy?: FileOwner;
  source: TicketSource;
  /** What a mail has folded away. */
  quoted?: string;
  /** What makes it the same message where its words do not: the id that a mail program gave it. */
  sameAs?: string;
}

/**
 * Says something as one of a ticket's people. What waits for them, or is resolved, is open again; what is closed stays
 * so, and a new ticket follows it. Resolves to the ticket that has the message. Throws `busy`, `notFound` or `idTaken`.
 */
export async function replyToTicket(db: Db, input: Reply): Promise<TicketNumber & { id: string }> {
  const { personId, id: clientId, body, source, quoted, sameAs, filesBy, at = new Date() } = input;
  const rendered = await renderMarkdown(body, personId);
  return db.transaction(async (tx) => {
    const person = await findPerson(tx, personId);
    const ticket = await holdTheirTicket(tx, person.ticketId);
    const sent = {
      viewer: { id: person.userId ?? person.email },
      id: clientId,
      content: { personId, said: sameAs ?? body },
    };
    const { id, isThere, fingerprint } = await settleId(tx, { table: ticketMessages, owner: speaker }, sent);
    if (isThere) return { ...(await findTicketOf(tx, id)), id };
    const files = { draftId: clientId, by: filesBy ?? (person.userId ? { id: person.userId } : undefined) };
    const said = { id, kind: "message" as const, body, rendered, fingerprint, source, quoted, files, at };
    const to = afterRequester(ticket.status);
    if (to === null) {
      const keep: Beside["keep"] = (opened) => keepMessage(tx, opened, { ...said, personId: opened.personId });
      return { ...(await followTicket(tx, ticket, { person, said, keep, at })), id };
    }
    await addReply(tx, ticket, { said, person, to });
    return { year: ticket.year, serial: ticket.serial, id };
  });
}

interface AddReply {
  said: NewMessage;
  person: Pick<TicketPerson, "id" | "userId">;
  /** The ticket's status from then on. */
  to: TicketStatus;
  /** Where it was said in Freshdesk: when we heard of it. */
  heardAt?: Date;
}

/** What one of its people says in a ticket that is held. */
export async function addReply(tx: Db, ticket: HeldTicket, { said, person, to, heardAt }: AddReply): Promise<void> {
  const { id } = said;
  const at = heardAt ?? said.at;
  const via = heardAt && ("freshdesk" as const);
  await keepMessage(tx, ticket, { ...said, personId: person.id });
  await tx
    .update(tickets)
    .set({ spokenAt: at, unansweredSince: ticket.unansweredSince ?? said.at })
    .where(eq(tickets.id, ticket.id));
  const event = { actorId: person.userId, ticketId: ticket.id, at };
  await recordTicketEvent(tx, {
    ...event,
    type: "ticket.answered",
    data: { messageId: id, by: "requester", ...(via && { via }) },
  });
  if (to !== ticket.status) {
    await changeStatus(tx, ticket, { to, by: "requester", actorId: person.userId, messageId: id, via, at });
  }
}

/** Who said a message: somebody's account, or else their address. */
const speaker = sql<string | null>`coalesce(${ticketMessages.agentId}::text, (select coalesce(user_id::text, email)
  from ticket_people where ticket_people.id = ${ticketMessages.personId}))`;

type TicketPerson = typeof ticketPeople.$inferSelect;

/** Who of a ticket's people has this id. Throws `notFound`. */
export async function findPerson(tx: Db, id: string): Promise<TicketPerson> {
  const [person] = await tx
    .select()
    .from(ticketPeople)
    .where(and(eq(ticketPeople.id, id), isNull(ticketPeople.removedAt)));
  if (!person) throw new DomainError("notFound");
  return person;
}

async function findTicketOf(tx: Db, messageId: string): Promise<TicketNumber> {
  const [found] = await tx
    .select({ year: tickets.year, serial: tickets.serial })
    .from(ticketMessages)
    .innerJoin(tickets, eq(tickets.id, ticketMessages.ticketId))
    .where(eq(ticketMessages.id, messageId));
  if (!found) throw new Error("A message was there and is gone within one transaction.");
  return found;
}

/** Somebody else has said something since: nobody answers past a question that they have not read. */
async function requireNothingNew(tx: Db, ticket: HeldTicket, seen: string): Promise<void> {
  const last = await findNewestSaid(tx, ticket.id);
  if (last && last !== seen) throw new DomainError("saidMeanwhile");
}
