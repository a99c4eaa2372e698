import { and, eq, isNotNull, isNull, ne, or, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { isAnyOf } from "#db/any-of.server";
import type { Db } from "#db/client.server";
import { freshdeskHandovers, freshdeskMessages, freshdeskWrites, ticketPeople, tickets } from "#db/schema";
import type { FreshdeskTicketState } from "#db/schema/support/freshdesk";
import type { Rendered } from "../../core/text/markdown.server";
import { type HeldTicket, holdTheirTicket } from "../tickets/hold-ticket.server";
import { afterAgent, afterRequester, canMoveTicket } from "../tickets/lifecycle";
import { isOfSameRequester, mergeHeld } from "../tickets/merge-tickets.server";
import { changeStatus } from "../tickets/move-ticket.server";
import { addAnswer, addReply } from "../tickets/say-in-ticket.server";
import { standingTickets } from "../tickets/visible-tickets.server";
import { askForFreshdeskTickets } from "./ask-for-tickets.server";
import { ourStatus } from "./desk-map";
import { endOfSecond } from "./end-of-second";
import { isOnItsWay } from "./open-writes.server";
import { findSettings } from "./settings.server";

/** What somebody said in Freshdesk that the requester may read. */
export interface Spoken {
  /** Freshdesk's id. */
  id: string;
  /** Markdown, and what became of it. */
  body: string;
  rendered: Pick<Rendered, "html" | "version">;
  quoted: string;
  /** Names of its files, which stay there. */
  leftOut: string[];
  /** HTML as it was there: what we write is known by its stamp. */
  html: string;
  /** Of the contact who wrote in by another way than the portal; null for an agent. */
  contactId: string | null;
  /** What the agent is called. */
  name: string;
  at: Date;
}

export interface Heard {
  number: number;
  state: FreshdeskTicketState;
  mergedInto?: number;
  /** Whose ticket the one is that it was merged into. */
  mergedRequesterId?: string | null;
  /** Absent where Freshdesk shows nothing of it any more. */
  ticket?: { status: number; requesterId: string | null; updatedAt: Date };
  /** The oldest first. */
  spoken: Spoken[];
  /** When Freshdesk was asked. */
  at: Date;
}

type Handover = typeof freshdeskHandovers.$inferSelect;

/**
 * Takes in what Freshdesk shows of a ticket of ours: what was said there becomes messages here, once, and its status a
 * move. What we have written ourselves is none of both; what is older than what we know changes no status.
 */
export async function hearTicket(db: Db, heard: Heard): Promise<void> {
  await db.transaction(async (tx) => {
    const handover = await holdHandoverOf(tx, heard.number);
    if (!handover) return;
    const ticket = await holdTheirTicket(tx, handover.ticketId);
    const afterwards = await hearWords(tx, handover, { ticket, heard });
    if (isOlder(handover, heard)) return;
    const status = await hearStatus(tx, handover, { ticket: afterwards, heard });
    const { number, state, mergedInto = null, at } = heard;
    const seen = { state, mergedInto, seenAt: at, ...(heard.ticket && { updatedAt: heard.ticket.updatedAt }) };
    const requesterId = heard.ticket?.requesterId ?? handover.requesterId;
    await tx
      .update(freshdeskHandovers)
      .set({ ...seen, status, requesterId })
      .where(eq(freshdeskHandovers.number, number));
    if (heard.mergedInto) await hearMerge(tx, { ...handover, requesterId }, { ...heard, mergedInto: heard.mergedInto });
  });
}

/**
 * What we know of the ticket with this number there, kept still, if its ticket here stands; before that ticket, as whoever
 * queues for it has them (./hand-over.server.ts).
 */
export async function holdHandoverOf(tx: Db, number: number): Promise<Handover | undefined> {
  const [handover] = await tx
    .select()
    .from(freshdeskHandovers)
    .where(eq(freshdeskHandovers.number, number))
    .for("update");
  return handover && (await stands(tx, handover)) ? handover : undefined;
}

/** Neither it nor the one that it was merged into is put away. */
const stands = async (tx: Db, { ticketId }: Handover): Promise<boolean> =>
  (await tx.$count(
    tickets,
    and(
      sql`${tickets.id} in (select unnest(array[asked.id, asked.merged_into]) from tickets asked where asked.id = ${ticketId})`,
      or(isNotNull(tickets.deletedAt), isNotNull(tickets.spamAt)),
    ),
  )) === 0;

/** Freshdesk's times are whole seconds: within the same one the order is that of asking. */
function isOlder({ updatedAt, seenAt }: Handover, { ticket, at }: Heard): boolean {
  const order = ticket && updatedAt ? ticket.updatedAt.getTime() - updatedAt.getTime() : 0;
  return order < 0 || (order === 0 && seenAt !== null && at < seenAt);
}

interface Hearing {
  ticket: HeldTicket;
  heard: Heard;
}

/** Resolves to the ticket as it is after all that was said. */
async function hearWords(tx: Db, handover: Handover, { ticket, heard }: Hearing): Promise<HeldTicket> {
  let held = ticket;
  for (const spoken of await listNew(tx, handover, heard.spoken)) {
    const said = {
      ...{ id: uuid(), kind: "message" as const, source: "freshdesk" as const },
      ...{ body: spoken.body, rendered: spoken.rendered, quoted: spoken.quoted, leftOut: spoken.leftOut },
      at: momentOf(spoken, ticket, heard),
    };
    const person = spoken.contactId ? await findRequester(tx, handover, spoken.contactId) : undefined;
    if (spoken.contactId && !person) continue;
    const isAnswered = held.unansweredSince === null || held.unansweredSince <= said.at;
    const to = person
      ? (afterRequester(held.status) ?? held.status)
      : isAnswered
        ? afterAgent(held.status)
        : held.status;
    const more = { to, heardAt: heard.at };
    if (person) await addReply(tx, held, { said, person, ...more });
    else await addAnswer(tx, held, { said: { ...said, senderName: spoken.name }, agentId: null, ...more });
    await tx.insert(freshdeskMessages).values({ remoteId: spoken.id, messageId: said.id });
    held = await holdTheirTicket(tx, held.id);
  }
  return held;
}

/**
 * Nobody has spoken before the ticket was there, nor in times to come. Freshdesk's times are whole seconds: whoever answers
 * within one comes after what is answered.
 */
function momentOf({ at }: Spoken, { createdAt }: HeldTicket, heard: Heard): Date {
  return new Date(Math.min(Math.max(endOfSecond(at).getTime(), createdAt.getTime() + 1), heard.at.getTime()));
}

/** What neither came from us nor was heard before. */
async function listNew(tx: Db, { ticketId, hearsFrom }: Handover, spoken: Spoken[]): Promise<Spoken[]> {
  if (spoken.length === 0) return [];
  const { remoteId } = freshdeskMessages;
  const ids = spoken.map(({ id }) => id);
  const known = await tx.select({ remoteId }).from(freshdeskMessages).where(isAnyOf(remoteId, ids));
  // One of which nobody knows yet whether it has arrived may be what we are looking at.
  const unsure = await tx
    .select({ id: freshdeskWrites.id })
    .from(freshdeskWrites)
    .where(
      and(
        eq(freshdeskWrites.ticketId, ticketId),
        eq(freshdeskWrites.kind, "message"),
        ne(freshdeskWrites.state, "done"),
      ),
    );
  return spoken.filter(
    ({ id, html, at }) =>
      !known.some((one) => one.remoteId === id) &&
      !unsure.some((write) => html.includes(write.id)) &&
      (!hearsFrom || at > hearsFrom),
  );
}

/** The requester among the ticket's people, if the contact is theirs. */
async function findRequester(tx: Db, { ticketId, requesterId }: Handover, contactId: string) {
  if (contactId !== requesterId) return;
  const { id, userId, role, removedAt } = ticketPeople;
  const [person] = await tx
    .select({ id, userId })
    .from(ticketPeople)
    .where(and(eq(ticketPeople.ticketId, ticketId), eq(role, "requester"), isNull(removedAt)));
  return person;
}

/** Resolves to the status there that we know from now on. While one of ours is on its way, theirs has no say. */
async function hearStatus(tx: Db, handover: Handover, { ticket, heard }: Hearing): Promise<number | null> {
  const theirs = heard.ticket?.status;
  if (theirs === undefined || heard.state === "merged" || theirs === handover.status) return handover.status;
  if (await isOnItsWay(tx, handover.ticketId, ["create", "update"])) return handover.status;
  const { deskStatuses } = await findSettings(tx);
  const to = ourStatus(deskStatuses, theirs, ticket.status);
  if (handover.status !== null && to && canMoveTicket(ticket.status, to) && ticket.id === handover.ticketId)
    await changeStatus(tx, ticket, { to, by: "agent", actorId: null, via: "freshdesk", at: heard.at });
  return theirs;
}

/**
 * A ticket was merged there: into another one of ours, and so are the two here; or into one that is not ours, in which it
 * goes on from then on. Only where both are of the same requester: nobody reads what another person wrote.
 */
async function hearMerge(
  tx: Db,
  { ticketId, number, requesterId }: Handover,
  { mergedInto, mergedRequesterId, ticket, at }: Heard & { mergedInto: number },
): Promise<void> {
  const [into] = await tx.select().from(freshdeskHandovers).where(eq(freshdeskHandovers.number, mergedInto));
  if (!into) {
    if (!requesterId || mergedRequesterId !== requesterId) return;
    const anew = { mergedInto: null, state: null, status: null, updatedAt: null, seenAt: null };
    await tx
      .update(freshdeskHandovers)
      .set({ ...anew, number: mergedInto, hearsFrom: ticket?.updatedAt ?? at })
      .where(eq(freshdeskHandovers.ticketId, ticketId));
    return askForFreshdeskTickets(tx, { numbers: [mergedInto], at });
  }
  const pair = await tx
    .select()
    .from(tickets)
    .where(and(isAnyOf(tickets.id, [ticketId, into.ticketId]), isNull(tickets.mergedInto), standingTickets()))
    .orderBy(tickets.year, tickets.serial)
    .for("update");
  const duplicate = pair.find(({ id }) => id === ticketId);
  const original = pair.find(({ id }) => id === into.ticketId);
  if (!duplicate || !original || number === mergedInto) return;
  if (await isOfSameRequester(tx, duplicate, original))
    await mergeHeld(tx, { duplicate, original, actorId: null, via: "freshdesk", at });
}
