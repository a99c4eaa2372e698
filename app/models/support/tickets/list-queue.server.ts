import { and, arrayContains, asc, desc, eq, gte, inArray, isNotNull, isNull, lt, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.server";
import { ticketCategories, ticketMessages, ticketPeople, tickets, users } from "#db/schema";
import type { TicketPriority } from "#db/schema/support/tickets";
import { DomainError } from "../../core/domain-error";
import { isId } from "../../core/text/values";
import { mayHandleTickets } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { countEach } from "../../core/views/count-each.server";
import { askingForEscalation } from "../escalations/find-escalation.server";
import { ticketPriorities } from "./lifecycle";
import { type QueueFilter, type QueueSort, statusesOf } from "./queue-filter";
import { handledTickets, listedTickets } from "./visible-tickets.server";

const queuePageLength = 25;

/** Tickets are counted up to here. */
export const mostTicketsCounted = 200;

const requesters = alias(ticketPeople, "requesters");
const accounts = alias(users, "accounts");
const assignees = alias(users, "assignees");

export type QueueRow = Awaited<ReturnType<typeof selectRows>>[number];

/** A page of the queue, how many tickets there are (up to one more than `mostTicketsCounted`), and what follows. Throws `forbidden`. */
export async function listQueue(db: Db, viewer: User, filter: QueueFilter) {
  if (!mayHandleTickets(viewer)) throw new DomainError("forbidden");
  const matching = isQueued(db, viewer, filter);
  const [found, total] = await Promise.all([
    selectRows(db, and(matching, isAfter(filter)), filter.sort),
    countSome(db, matching),
  ]);
  const page = found.slice(0, queuePageLength);
  const last = page.at(-1);
  return {
    tickets: page,
    count: total,
    next: found.length > page.length && last ? placeOf(last, filter.sort) : undefined,
  };
}

/** How many tickets each of several filters leaves, up to one more than are counted of a view. Throws `forbidden`. */
export async function countQueues(db: Db, viewer: User, filters: QueueFilter[]): Promise<number[]> {
  if (!mayHandleTickets(viewer)) throw new DomainError("forbidden");
  return countEach(
    db,
    tickets.id,
    filters.map((filter) => isQueued(db, viewer, filter)),
  );
}

const isQueued = (db: Db, viewer: User, filter: QueueFilter): SQL | undefined =>
  and(handledTickets(viewer), isPlaced(filter), matchesQueue(db, viewer, filter));

function isPlaced({ away }: QueueFilter): SQL | undefined {
  if (away === "spam") return isNotNull(tickets.spamAt);
  return away === "deleted" ? isNotNull(tickets.deletedAt) : listedTickets();
}

/** A condition on rows of `tickets`: what a filter of the queue leaves, seen by this agent. */
export function matchesQueue(db: Db, viewer: User, filter: QueueFilter): SQL | undefined {
  const statuses = statusesOf(filter);
  const { priority, category, tier, assignee, requester, company, tag, from, to, q } = filter;
  return and(
    statuses ? inArray(tickets.status, [...statuses]) : undefined,
    priority.length > 0 ? inArray(tickets.priority, priority) : undefined,
    category.length > 0 ? inArray(tickets.categoryId, category) : undefined,
    tier.length > 0 ? inArray(tickets.tier, tier.map(Number)) : undefined,
    assignee === "none" ? isNull(tickets.assigneeId) : undefined,
    assignee && assignee !== "none" ? eq(tickets.assigneeId, assignee === "me" ? viewer.id : assignee) : undefined,
    requester ? hasRequester(db, requester) : undefined,
    company ? eq(tickets.domain, company) : undefined,
    tag ? arrayContains(tickets.tags, [tag]) : undefined,
    from ? gte(tickets.createdAt, new Date(from)) : undefined,
    to ? lt(tickets.createdAt, new Date(new Date(to).getTime() + day)) : undefined,
    q ? hasWords(db, viewer, q) : undefined,
    filter.held ? hasHeld(db) : undefined,
    filter.asked ? inArray(tickets.id, askingForEscalation(db)) : undefined,
  );
}

const day = 24 * 60 * 60_000;

const hasHeld = (db: Db): SQL =>
  inArray(
    tickets.id,
    db.select({ id: ticketMessages.ticketId }).from(ticketMessages).where(eq(ticketMessages.kind, "held")),
  );

/** By the beginning of their address, whether they have an account or not. */
function hasRequester(db: Db, address: string): SQL {
  const begins = `${address.replace(/[\\%_]/g, "\\$&")}%`;
  const members = db
    .select({ id: ticketPeople.ticketId })
    .from(users)
    .innerJoin(ticketPeople, and(eq(ticketPeople.userId, users.id), eq(ticketPeople.role, "requester")))
    .where(sql`${users.email} like ${begins}`);
  const guests = db
    .select({ id: ticketPeople.ticketId })
    .from(ticketPeople)
    .where(and(sql`${ticketPeople.email} like ${begins}`, eq(ticketPeople.role, "requester")));
  return inArray(tickets.id, members.union(guests));
}

/**
 * Of a subject, or of a message: two lists, few of many, since PostgreSQL uses neither index for one that is either. Whoever is
 * not of the team finds by what they may read alone.
 */
function hasWords(db: Db, viewer: User, text: string): SQL {
  const isReadable = mayHandleTickets(viewer) ? undefined : eq(ticketMessages.kind, "message");
  const asked = sql`plainto_tsquery('simple', ${text})`;
  const subjects = db
    .select({ id: tickets.id })
    .from(tickets)
    .where(sql`to_tsvector('simple', ${tickets.subject}) @@ ${asked}`);
  const messages = db
    .select({ id: sql<string>`coalesce(merged.merged_into, ${ticketMessages.ticketId})`.as("id") })
    .from(ticketMessages)
    .innerJoin(alias(tickets, "merged"), sql`merged.id = ${ticketMessages.ticketId}`)
    .where(and(sql`to_tsvector('simple', left(${ticketMessages.bodyMarkdown}, 100000)) @@ ${asked}`, isReadable));
  return inArray(tickets.id, subjects.union(messages));
}

const waiting = sql`coalesce(${tickets.unansweredSince}, 'infinity')`;

const orders: Record<QueueSort, SQL[]> = {
  unanswered: [asc(waiting), asc(tickets.id)],
  newest: [desc(tickets.createdAt), desc(tickets.id)],
  priority: [asc(tickets.priority), asc(tickets.createdAt), asc(tickets.id)],
};

function selectRows(db: Db, where: SQL | undefined, sort: QueueSort) {
  return db
    .select({
      id: tickets.id,
      year: tickets.year,
      serial: tickets.serial,
      subject: tickets.subject,
      status: tickets.status,
      priority: tickets.priority,
      category: { key: ticketCategories.key, names: ticketCategories.names },
      tier: tickets.tier,
      tags: tickets.tags,
      domain: tickets.domain,
      isRestricted: tickets.isRestricted,
      asksForEscalation: sql<boolean>`${inArray(tickets.id, askingForEscalation(db))}`,
      createdAt: tickets.createdAt,
      unansweredSince: tickets.unansweredSince,
      requesterName: sql<
        string | null
      >`coalesce(${accounts.name}, nullif(${requesters.name}, ''), ${requesters.email})`,
      assigneeName: assignees.name,
    })
    .from(tickets)
    .innerJoin(ticketCategories, eq(ticketCategories.id, tickets.categoryId))
    .leftJoin(requesters, and(eq(requesters.ticketId, tickets.id), eq(requesters.role, "requester")))
    .leftJoin(accounts, eq(accounts.id, requesters.userId))
    .leftJoin(assignees, eq(assignees.id, tickets.assigneeId))
    .where(where)
    .orderBy(...orders[sort])
    .limit(queuePageLength + 1);
}

/** Up to one more than are counted. */
function countSome(db: Db, where: SQL | undefined): Promise<number> {
  const some = db
    .select({ id: tickets.id })
    .from(tickets)
    .where(where)
    .limit(mostTicketsCounted + 1);
  return db.$count(some.as("counted"));
}

/** A place in a list that stays valid whatever is opened, answered or deleted meanwhile. */
function placeOf(row: QueueRow, sort: QueueSort): string {
  const moment = sort === "unanswered" ? row.unansweredSince : row.createdAt;
  return [sort === "priority" ? row.priority : "-", moment?.getTime() ?? "never", row.id].join("_");
}

function isAfter({ after, sort }: QueueFilter): SQL | undefined {
  const [priority = "", moment = "", id] = after?.split("_") ?? [];
  const isMoment = /^\d{1,14}$/.test(moment) || (moment === "never" && sort === "unanswered");
  if (!isMoment || !isId(id)) return;
  const at =
    moment === "never" ? sql`'infinity'::timestamptz` : sql`${new Date(Number(moment)).toISOString()}::timestamptz`;
  if (sort === "unanswered") return sql`(${waiting}, ${tickets.id}) > (${at}, ${id}::uuid)`;
  if (sort === "newest") return sql`(${tickets.createdAt}, ${tickets.id}) < (${at}, ${id}::uuid)`;
  if (!ticketPriorities.includes(priority as TicketPriority)) return;
  return sql`(${tickets.priority}, ${tickets.createdAt}, ${tickets.id}) > (${priority}::ticket_priority, ${at}, ${id}::uuid)`;
}
