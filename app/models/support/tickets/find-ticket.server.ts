import { and, asc, desc, eq, isNull, or, type SQL, sql } from "drizzle-orm";
import { type AnyPgColumn, alias } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.server";
import {
  freshdeskHandovers,
  posts,
  ticketCategories,
  ticketMessages,
  ticketPeople,
  ticketPosts,
  tickets,
  users,
} from "#db/schema";
import { mayHandleTickets } from "../../core/users/policy";
import type { User, Viewer } from "../../core/users/viewer";
import { visiblePosts } from "../../feedback/posts/visible-posts.server";
import { comesFirst } from "../escalations/comes-first.server";
import { hasNumber } from "./hold-ticket.server";
import { isTicketKey, personInKey } from "./keys.server";
import { addressOfPerson } from "./person-by-address.server";
import type { TicketNumber } from "./ticket-number";
import { handledTickets, isViewerIn, standingTickets } from "./visible-tickets.server";

const columns = {
  id: tickets.id,
  year: tickets.year,
  serial: tickets.serial,
  subject: tickets.subject,
  status: tickets.status,
  tier: tickets.tier,
  createdAt: tickets.createdAt,
  rating: tickets.rating,
  mergedInto: tickets.mergedInto,
  category: { id: ticketCategories.id, key: ticketCategories.key, names: ticketCategories.names },
  /** To Freshdesk; without a number while it is on its way. */
  handover: { ticketId: freshdeskHandovers.ticketId, number: freshdeskHandovers.number },
};

/** One of a ticket's people, as they come to it. */
export interface TicketReader {
  id: string;
  ticketId: string;
  userId: string | null;
  isRequester: boolean;
}

interface Asking {
  number: TicketNumber;
  /** Who is signed in. */
  viewer: Viewer;
  /** The key of the link that they came by, and the secret that it is made of. */
  key?: string;
  secret: string;
}

/**
 * Who of a ticket's people is asking for it, signed in or by the link in their mail; undefined where it is nobody of them,
 * or there is no such ticket: nobody learns which.
 */
export async function findTicketReader(
  db: Db,
  { number, viewer, key, secret }: Asking,
): Promise<TicketReader | undefined> {
  const named = key === undefined ? undefined : personInKey(key);
  const isTheirs = or(viewer ? isViewerIn(db, viewer) : undefined, named ? eq(ticketPeople.id, named) : undefined);
  if (!isTheirs) return;
  const { id, ticketId, userId, role, keyVersion } = ticketPeople;
  const found = await db
    .select({
      id,
      ticketId,
      userId,
      role,
      keyVersion,
      isViewer: viewer ? sql<boolean>`${isViewerIn(db, viewer)}` : sql<boolean>`false`,
    })
    .from(ticketPeople)
    .innerJoin(tickets, eq(tickets.id, ticketPeople.ticketId))
    .where(and(hasNumber(number), standingTickets(), isNull(ticketPeople.removedAt), isTheirs));
  const reader = found.find((one) => one.isViewer) ?? found.find((one) => isTicketKey(secret, key ?? "", one));
  return (
    reader && {
      id: reader.id,
      ticketId: reader.ticketId,
      userId: reader.userId,
      isRequester: reader.role === "requester",
    }
  );
}

/** A ticket as its people see it: its requester, who is that of the one it was merged into, sees that one. */
export async function findTheirTicket(db: Db, { ticketId, isRequester }: TicketReader) {
  const originalId = sql`(select coalesce(asked.merged_into, asked.id) from tickets as asked where asked.id = ${ticketId})`;
  const [ticket] = await db
    .select(columns)
    .from(tickets)
    .innerJoin(ticketCategories, eq(ticketCategories.id, tickets.categoryId))
    .leftJoin(freshdeskHandovers, eq(freshdeskHandovers.ticketId, tickets.id))
    .where(and(eq(tickets.id, isRequester ? originalId : ticketId), standingTickets()));
  return ticket;
}

export type StaffTicket = NonNullable<Awaited<ReturnType<typeof findStaffTicket>>>;

const assignees = alias(users, "assignees");

/** A ticket as the team works with it, be it put away or merged. */
export async function findStaffTicket(db: Db, viewer: User, number: TicketNumber) {
  if (!mayHandleTickets(viewer)) return;
  const originals = alias(tickets, "originals");
  const earlier = alias(tickets, "earlier");
  const [ticket] = await db
    .select({
      ...columns,
      priority: tickets.priority,
      source: tickets.source,
      domain: tickets.domain,
      tags: tickets.tags,
      isRestricted: tickets.isRestricted,
      isVip: comesFirst,
      assigneeId: tickets.assigneeId,
      assigneeName: assignees.name,
      spamAt: tickets.spamAt,
      deletedAt: tickets.deletedAt,
      unansweredSince: tickets.unansweredSince,
      resolvedAt: tickets.resolvedAt,
      reopenCount: tickets.reopenCount,
      ratingText: tickets.ratingText,
      original: { year: originals.year, serial: originals.serial },
      earlier: { year: earlier.year, serial: earlier.serial },
      /** Something of it, by Freshdesk. */
      isRefused: sql<boolean>`exists (select 1 from freshdesk_writes refused
        where refused.ticket_id = ${tickets.id} and refused.state = 'refused')`,
    })
    .from(tickets)
    .innerJoin(ticketCategories, eq(ticketCategories.id, tickets.categoryId))
    .leftJoin(freshdeskHandovers, eq(freshdeskHandovers.ticketId, tickets.id))
    .leftJoin(assignees, eq(assignees.id, tickets.assigneeId))
    .leftJoin(originals, eq(originals.id, tickets.mergedInto))
    .leftJoin(earlier, eq(earlier.id, tickets.follows))
    .where(and(hasNumber(number), handledTickets(viewer)));
  return ticket;
}

/** A column names this ticket, or one that was merged into it. */
export const isPartOf = (column: AnyPgColumn, ticketId: string): SQL =>
  sql`${column} in (select id from tickets as part
    where part.id = ${ticketId} or part.merged_into = ${ticketId} and part.deleted_at is null and part.spam_at is null)`;

/** A row of `ticket_messages` is of this ticket, or of one that was merged into it. */
export const isSaidIn = (ticketId: string): SQL => isPartOf(ticketMessages.ticketId, ticketId);

/** The id of what was said last in a ticket, as one of its people sees it. */
export async function findNewestMessage(db: Db, reader: TicketReader): Promise<string | null> {
  const ticket = await findTheirTicket(db, reader);
  if (!ticket) return null;
  return (await findNewestSaid(db, ticket.id, eq(ticketMessages.kind, "message"))) ?? null;
}

/** The id of what was said last in a ticket, of whatever kind, or of those that `isIt` says. */
export async function findNewestSaid(db: Db, ticketId: string, isIt?: SQL): Promise<string | undefined> {
  const [newest] = await db
    .select({ id: ticketMessages.id })
    .from(ticketMessages)
    .where(and(isSaidIn(ticketId), isIt))
    .orderBy(desc(ticketMessages.createdAt), desc(ticketMessages.id))
    .limit(1);
  return newest?.id;
}

/** Somebody of the team said it, here or in Freshdesk. */
export const isByTeam = (): SQL<boolean> =>
  sql<boolean>`(${ticketMessages.agentId} is not null or ${ticketMessages.source} = 'freshdesk' and ${ticketMessages.personId} is null)`;

/** The product itself said it, since a rule of the team's wanted it. */
export const isByProduct = (): SQL<boolean> =>
  sql<boolean>`(${ticketMessages.source} = 'staff' and ${ticketMessages.agentId} is null and ${ticketMessages.personId} is null)`;

/** The most messages of one page; the newest are what matters. */
const mostMessages = 500;

export type TicketMessage = Awaited<ReturnType<typeof listTicketMessages>>[number];

/**
 * What was said in a ticket and in those that were merged into it, in order of time; notes for the team alone. Its caller
 * knows that the reader may see it.
 */
export async function listTicketMessages(db: Db, ticketId: string, { withNotes }: { withNotes: boolean }) {
  const agents = alias(users, "agents");
  const members = alias(users, "members");
  const { id, kind, source, bodyHtml, createdAt, agentId } = ticketMessages;
  const found = await db
    .select({
      id,
      kind,
      source,
      html: bodyHtml,
      quoted: ticketMessages.quoted,
      leftOut: ticketMessages.leftOut,
      createdAt,
      isByTeam: isByTeam(),
      isByProduct: isByProduct(),
      name: sql<
        string | null
      >`coalesce(${agents.name}, ${members.name}, nullif(${ticketPeople.name}, ''), ${ticketPeople.email},
        nullif(${ticketMessages.senderName}, ''), ${ticketMessages.sender})`,
      sender: ticketMessages.sender,
      personId: ticketMessages.personId,
      forwardedTo: ticketMessages.forwardedTo,
      splitFrom: ticketMessages.splitFrom,
    })
    .from(ticketMessages)
    .leftJoin(agents, eq(agents.id, agentId))
    .leftJoin(ticketPeople, eq(ticketPeople.id, ticketMessages.personId))
    .leftJoin(members, eq(members.id, ticketPeople.userId))
    .where(and(isSaidIn(ticketId), withNotes ? undefined : eq(kind, "message")))
    .orderBy(asc(createdAt), asc(id))
    .limit(mostMessages);
  // What was split off and merged again is told once.
  return found.filter(({ splitFrom }) => !splitFrom || !found.some((one) => one.id === splitFrom));
}

/** What a ticket asks, in its own words: its subject, and what its requester wrote first. */
export async function findQuestion(db: Db, ticketId: string) {
  const [question] = await db
    .select({ subject: tickets.subject, text: ticketMessages.bodyMarkdown })
    .from(ticketMessages)
    .innerJoin(tickets, eq(tickets.id, ticketMessages.ticketId))
    .where(and(eq(ticketMessages.ticketId, ticketId), eq(ticketMessages.kind, "message")))
    .orderBy(asc(ticketMessages.createdAt), asc(ticketMessages.id))
    .limit(1);
  return question;
}

/** Who reads a ticket beside the team, the requester first. */
export async function listTicketPeople(db: Db, ticketId: string) {
  const { id, role, createdAt, name, userId } = ticketPeople;
  return db
    .select({
      id,
      role,
      name: sql<string>`coalesce(${users.name}, ${name})`,
      address: addressOfPerson,
      hasAccount: sql<boolean>`${userId} is not null`,
    })
    .from(ticketPeople)
    .leftJoin(users, eq(users.id, userId))
    .where(and(eq(ticketPeople.ticketId, ticketId), isNull(ticketPeople.removedAt)))
    .orderBy(asc(role), asc(createdAt), asc(id));
}

/** The posts that a ticket is about, as far as the viewer may see them. */
export async function listTicketPosts(db: Db, viewer: Viewer, ticketId: string) {
  const { number, title, kind, status } = posts;
  return db
    .select({ number, title, kind, status })
    .from(ticketPosts)
    .innerJoin(posts, eq(posts.id, ticketPosts.postId))
    .where(and(eq(ticketPosts.ticketId, ticketId), visiblePosts(db, viewer)))
    .orderBy(asc(ticketPosts.linkedAt));
}
