import { and, eq, gt, inArray, isNotNull, isNull, ne, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { events, notifications, ticketPeople, tickets, users } from "#db/schema";
import type { EventType } from "../../core/events/types";
import { handlers, mayHandleTickets } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { gapsOf } from "../../telling/notifications/gaps";
import type { Place, Recipient, Teller, ToldEvent } from "../../telling/notifications/teller";
import type { Told } from "../../telling/notifications/told";
import { staffTicketPath, type TicketNumber, ticketPath } from "./ticket-number";
import { handledTickets, isOfHighestTier } from "./visible-tickets.server";

export interface TicketNews extends Told {
  type: "ticket";
  /**
   * The team answered, one of its people wrote, or somebody else did, a colleague left a note, it is the reader's now, its
   * requester asks for escalation, what was promised is at risk, or it has come to the reader's tier.
   */
  what: "answered" | "replied" | "held" | "noted" | "assigned" | "escalation" | "at_risk" | "raised";
  ticket: TicketNumber & { subject: string };
  /** No person did it, but a rule of the team's. */
  isByRule: boolean;
}

type TicketEvent = ToldEvent<
  | "ticket.answered"
  | "ticket.held"
  | "ticket.noted"
  | "ticket.assigned"
  | "ticket.escalation_asked"
  | "ticket.at_risk"
  | "ticket.raised"
  | "ticket.escalation_accepted"
>;

/**
 * In the app, and by mail what cannot wait; what is said in a ticket goes to its people by mails of their own
 * (./mail-ticket.server.ts).
 */
export const ticketsTeller: Teller<TicketNews> = {
  tells: {
    "ticket.answered": null,
    "ticket.held": null,
    "ticket.noted": null,
    "ticket.assigned": null,
    "ticket.escalation_asked": null,
    "ticket.at_risk": "ticket-alert",
    "ticket.raised": "ticket-alert",
    "ticket.escalation_accepted": "ticket-alert",
  },

  async recipients(db, event, { after, limit }) {
    const { email, mailPace, movesInDigest, digestHour, digestDay, timeZone } = users;
    const found = await db
      .select({ userId: users.id, email, mailPace, movesInDigest, digestHour, digestDay, timeZone })
      .from(users)
      .where(
        and(
          inArray(users.id, concerned(event as TicketEvent)),
          event.actorId ? ne(users.id, event.actorId) : undefined,
          isNotNull(email),
          isNull(users.blockedAt),
          after ? gt(users.id, after) : undefined,
        ),
      )
      .orderBy(users.id)
      .limit(limit);
    return found.map((person): Recipient => ({ ...person, email: person.email ?? "", reason: "replied", since: null }));
  },

  place: isTicketThere,
  isWhole: (type: EventType) =>
    type === "ticket.assigned" || type === "ticket.at_risk"
      ? sql`${tickets.assigneeId} = ${notifications.userId}`
      : undefined,

  async news(db, ids) {
    const actors = alias(users, "actors");
    const found = await db
      .select({
        notificationId: notifications.id,
        eventId: events.id,
        type: events.type,
        data: events.data,
        reason: notifications.reason,
        since: notifications.since,
        at: events.createdAt,
        actorName: actors.name,
        ticket: { year: tickets.year, serial: tickets.serial, subject: tickets.subject },
      })
      .from(notifications)
      .innerJoin(events, eq(events.id, notifications.eventId))
      .innerJoin(tickets, eq(tickets.id, notifications.ticketId))
      .leftJoin(actors, eq(actors.id, events.actorId))
      .where(inArray(notifications.id, ids));
    return found.map(({ type, data, ...told }) => ({
      ...told,
      type: "ticket",
      what: whatHappened(type, data),
      isByRule: "rule" in (data as object),
    }));
  },

  describe(words, { what, ticket, isByRule, ...news }) {
    const by = isByRule ? { ...news, actorName: words.t("events.product") } : news;
    return {
      sentence: words.t(`notifications.says.ticket.${what}`, gapsOf(words, by, { title: ticket.subject })),
      path: what === "answered" ? ticketPath(ticket) : staffTicketPath(ticket),
    };
  },
};

/**
 * Ids of those whom an event concerns: its people, if the team speaks to them; the tier that it has come to; else who looks
 * after it, and where nobody does and its requester wants more say, its tier.
 */
function concerned({ type, data, ticketId }: TicketEvent): SQL {
  if (type === "ticket.assigned") return sql`(${data.to}::uuid)`;
  if (type === "ticket.raised" || type === "ticket.escalation_accepted")
    return sql`(select user_id from support_tier_members where tier = ${data.to})`;
  if (type === "ticket.escalation_asked") {
    return sql`(select coalesce(ticket.assignee_id, members.user_id) from tickets as ticket
      left join support_tier_members as members on ticket.assignee_id is null and members.tier = ticket.tier
      where ticket.id = ${ticketId})`;
  }
  if (type === "ticket.answered" && data.by !== "requester") {
    return sql`(select ${ticketPeople.userId} from ${ticketPeople}
      where ${ticketPeople.ticketId} = ${ticketId} and ${ticketPeople.removedAt} is null)`;
  }
  return sql`(select ${tickets.assigneeId} from ${tickets} where ${tickets.id} = ${ticketId})`;
}

function whatHappened(type: string, data: unknown): TicketNews["what"] {
  if (type === "ticket.assigned") return "assigned";
  if (type === "ticket.noted") return "noted";
  if (type === "ticket.held") return "held";
  if (type === "ticket.escalation_asked") return "escalation";
  if (type === "ticket.at_risk") return "at_risk";
  if (type === "ticket.raised" || type === "ticket.escalation_accepted") return "raised";
  return (data as { by: string }).by === "requester" ? "replied" : "answered";
}

/** The ticket is neither spam nor deleted, and its reader handles it or is one of its people; notes are for the former alone. */
function isTicketThere(isWhole: SQL, reader?: User): ReturnType<Place> {
  const isOneOfThem = sql`exists (select from ${ticketPeople} where ${ticketPeople.ticketId} = ${tickets.id}
    and ${ticketPeople.userId} = ${notifications.userId} and ${ticketPeople.removedAt} is null)`;
  return sql`exists (select from ${tickets} where ${tickets.id} = ${notifications.ticketId}
    and ${tickets.deletedAt} is null and ${tickets.spamAt} is null
    and (${isHandled(reader)} or ${events.type} = 'ticket.answered' and ${isOneOfThem}) and ${isWhole})`;
}

function isHandled(reader: User | undefined): SQL {
  if (reader) return mayHandleTickets(reader) ? (handledTickets(reader) ?? sql`true`) : sql`false`;
  return sql`(${users.role} in ${[...handlers]} and (not ${tickets.isRestricted}
    or ${tickets.assigneeId} = ${users.id} or ${users.role} = 'admin' or ${isOfHighestTier(sql`${users.id}`)}))`;
}
