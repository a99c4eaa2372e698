import { and, eq, gt, inArray, sql } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { deliveries, events, ticketMessages, ticketPeople, tickets, users } from "#db/schema";
import type { EventData } from "../../core/events/types";
import type { Settings } from "../../core/settings/table";
import { takeTurns } from "../../core/take-turns.server";
import { type NewDelivery, queueDeliveries } from "../../telling/deliveries/queue-deliveries.server";
import { mayAskForRating } from "./asks-for-rating.server";
import { addressOfPerson, isReachedByMail } from "./person-by-address.server";
import { standingTickets } from "./visible-tickets.server";

type MailedEvent = {
  [Type in "ticket.opened" | "ticket.answered" | "ticket.let_in" | "ticket.moved"]: {
    type: Type;
    data: EventData[Type];
  };
}["ticket.opened" | "ticket.answered" | "ticket.let_in" | "ticket.moved"];

interface MailTicket {
  eventId: number;
  settings: Pick<Settings, "supportEmail" | "confirmsTickets">;
  at: Date;
}

/**
 * Queues the mails that follow from what happened to a ticket: to its people what was said to them, to its requester that it
 * arrived or is resolved, and to the team that there is a new one. The same again queues none.
 */
export async function mailTicket(db: Db, { eventId, settings, at }: MailTicket): Promise<void> {
  await db.transaction(async (tx) => {
    const { ticketId } = events;
    const [found] = await tx
      .select({ type: events.type, data: events.data, ticketId })
      .from(events)
      .innerJoin(tickets, eq(tickets.id, ticketId))
      .where(and(eq(events.id, eventId), standingTickets()));
    if (!found?.ticketId) return;
    const event = { ...(found as MailedEvent & { ticketId: string }), id: eventId };
    const messageId = messageOf(event) ?? (await lastMessage(tx, event.ticketId));
    if (!messageId) return;
    await takeTurns(tx, `mail-ticket ${messageId}`);
    const mails = await withoutAnswered(tx, event, await mailsOf(tx, { event, messageId, settings }), at);
    const known = await tx
      .select({ kind: deliveries.kind, to: deliveries.to, eventId: deliveries.eventId })
      .from(deliveries)
      .where(eq(deliveries.ticketMessageId, messageId));
    const isNew = (mail: NewDelivery) =>
      !known.some(
        ({ kind, to, eventId = null }) => kind === mail.kind && to === mail.to && eventId === (mail.eventId ?? null),
      );
    await queueDeliveries(tx, mails.filter(isNew), at);
  });
}

const day = 24 * 60 * 60_000;

/** A program that answers whatever it gets is told of one ticket a day, however many it opens. */
async function withoutAnswered(tx: Db, event: MailedEvent, mails: NewDelivery[], at: Date): Promise<NewDelivery[]> {
  if (event.type !== "ticket.opened" || event.data.source !== "mail") return mails;
  const confirmed = mails.filter(({ kind }) => kind === "ticket-received").map(({ to }) => to);
  if (confirmed.length === 0) return mails;
  const { kind, to, createdAt } = deliveries;
  const before = await tx
    .select({ to })
    .from(deliveries)
    .where(and(inArray(to, confirmed), eq(kind, "ticket-received"), gt(createdAt, new Date(at.getTime() - day))));
  return mails.filter((mail) => mail.kind !== "ticket-received" || !before.some((one) => one.to === mail.to));
}

const messageOf = ({ type, data }: MailedEvent): string | undefined =>
  type === "ticket.moved" ? undefined : data.messageId;

async function lastMessage(tx: Db, ticketId: string): Promise<string | undefined> {
  const [last] = await tx
    .select({ id: ticketMessages.id })
    .from(ticketMessages)
    .where(and(eq(ticketMessages.ticketId, ticketId), eq(ticketMessages.kind, "message")))
    .orderBy(sql`${ticketMessages.createdAt} desc, ${ticketMessages.id} desc`)
    .limit(1);
  return last?.id;
}

interface Told {
  event: MailedEvent & { id: number; ticketId: string };
  messageId: string;
  settings: MailTicket["settings"];
}

async function mailsOf(tx: Db, { event, messageId, settings }: Told): Promise<NewDelivery[]> {
  const people = await listAddressees(tx, event.ticketId, messageId);
  const requester = people.filter(({ role }) => role === "requester");
  const mail = (kind: NewDelivery["kind"], some: Addressee[]): NewDelivery[] =>
    some.map(({ id, userId, address }) => ({
      kind,
      userId,
      to: address,
      ticketPersonId: id,
      ticketMessageId: messageId,
      notificationIds: [],
    }));
  switch (event.type) {
    case "ticket.opened": {
      // Freshdesk has told whoever wrote there, and the team.
      if (event.data.splitFrom || event.data.source === "freshdesk") return [];
      const { supportEmail } = settings;
      const toTeam = { kind: "ticket-news" as const, userId: null, to: supportEmail, ticketMessageId: messageId };
      return [
        ...(event.data.by === "requester"
          ? mail("ticket-received", settings.confirmsTickets ? requester : [])
          : mail("ticket-answer", people)),
        ...(supportEmail ? [{ ...toTeam, notificationIds: [] }] : []),
      ];
    }
    case "ticket.answered":
    case "ticket.let_in": {
      if ("isQuiet" in event.data && event.data.isQuiet) return [];
      const others = people.filter(({ isSpeaker }) => !isSpeaker);
      return mail("ticket-answer", others);
    }
    case "ticket.moved": {
      const { to, by, messageId: said, isBack } = event.data;
      const isTold = to === "resolved" && by !== "requester" && !said && !isBack && (await isStillSo(tx, event));
      return isTold ? mail("ticket-resolved", requester).map((one) => ({ ...one, eventId: event.id })) : [];
    }
  }
}

/** The ticket was not moved since, and its requester may be asked what they think of the help. */
async function isStillSo(tx: Db, { id, ticketId }: Told["event"]): Promise<boolean> {
  const later = and(eq(events.ticketId, ticketId), eq(events.type, "ticket.moved"), gt(events.id, id));
  if ((await tx.$count(events, later)) > 0) return false;
  return (await tx.$count(tickets, and(eq(tickets.id, ticketId), mayAskForRating(1)))) > 0;
}

type Addressee = Awaited<ReturnType<typeof listAddressees>>[number];

/** A ticket's people whom mail reaches; of those whose account may not sign in, nobody. */
async function listAddressees(tx: Db, ticketId: string, messageId: string) {
  const { id, role, userId } = ticketPeople;
  return tx
    .select({
      id,
      role,
      userId,
      address: addressOfPerson,
      isSpeaker: sql<boolean>`${id} is not distinct from (select person_id from ticket_messages where id = ${messageId})`,
    })
    .from(ticketPeople)
    .leftJoin(users, eq(users.id, userId))
    .where(and(eq(ticketPeople.ticketId, ticketId), isReachedByMail));
}
