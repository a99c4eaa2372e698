import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Db } from "#db/client.server";
import { ticketCategories, ticketMessages, ticketPeople, tickets, ticketTargets, users } from "#db/schema";
import type { TicketPriority } from "#db/schema/support/tickets";
import { withoutScans } from "#db/without-scans.server";
import { DomainError } from "../../core/domain-error";
import { endOf, portalZone, startOf } from "../../core/settings/portal-zone.server";
import { isId } from "../../core/text/values";
import { mayHandleTickets } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import { countEach } from "../../core/views/count-each.server";
import { comesFirst } from "../escalations/comes-first.server";
import { askingForEscalation } from "../escalations/find-escalation.server";
import { ticketPriorities } from "./lifecycle";
import { type QueueFilter, type QueueSort, statusesOf } from "./queue-filter";
import type { TicketNumber } from "./ticket-number";
import { hasTag, type Narrowed, narrowByTag, narrowByWords } from "./ticket-words.server";
import { handledTickets, listedTickets } from "./visible-tickets.server";

const queuePageLength = 25;

/** Tickets are counted up to here. */
const mostTicketsCounted = 200;

const requesters = alias(ticketPeople, "requesters");
const accounts = alias(users, "accounts");
const assignees = alias(users, "assignees");

export type QueueRow = Awaited<ReturnType<typeof selectRows>>[number];

/**
 * A page of the queue, how many tickets there are, and what follows; and of several other filters, how many tickets each leaves, up to
 * one more than are counted of a view: undefined where it asks for words, which would have to be looked for in each. Throws `forbidden`.
 */
export async function listQueue(db: Db, viewer: User, filter: QueueFilter, others: QueueFilter[] = []) {
  if (!mayHandleTickets(viewer)) throw new DomainError("forbidden");
  return withoutScans(db, async (tx) => {
    const { where, isMet } = await matchesQueue(tx, viewer, filter);
    const matching = and(handledTickets(viewer), isPlaced(filter), where);
    const found = await selectRows(tx, and(matching, isAfter(filter)), filter.sort);
    const page = found.slice(0, queuePageLength);
    const last = page.at(-1);
    const isMore = found.length > page.length;
    return {
      tickets: page,
      ...(isMet ? countPages(filter, found.length) : await countSome(tx, matching)),
      next: isMore && last ? placeOf(last, filter.sort) : undefined,
      counts: await countEachOf(tx, viewer, others),
    };
  });
}

/** The numbers of the first so many that a filter finds, wherever its page is. Throws `forbidden`. */
export async function listFoundTickets(
  db: Db,
  viewer: User,
  { filter, most }: { filter: QueueFilter; most: number },
): Promise<TicketNumber[]> {
  if (!mayHandleTickets(viewer)) throw new DomainError("forbidden");
  return withoutScans(db, async (tx) => {
    const { where } = await matchesQueue(tx, viewer, filter);
    return tx
      .select({ year: tickets.year, serial: tickets.serial })
      .from(tickets)
      .where(and(handledTickets(viewer), isPlaced(filter), where))
      .orderBy(...orders[filter.sort])
      .limit(most);
  });
}

async function countEachOf(tx: Db, viewer: User, filters: QueueFilter[]): Promise<(number | undefined)[]> {
  const counted = filters.filter(({ q }) => !q);
  const conditions = counted.map((filter) =>
    and(
      handledTickets(viewer),
      isPlaced(filter),
      isLeft(tx, viewer, filter),
      filter.tag ? hasTag(filter.tag) : undefined,
    ),
  );
  const counts = await countEach(tx, tickets.id, conditions);
  return filters.map((filter) => counts[counted.indexOf(filter)]);
}

function isPlaced({ away }: QueueFilter): SQL | undefined {
  if (away === "spam") return isNotNull(tickets.spamAt);
  return away === "deleted" ? isNotNull(tickets.deletedAt) : listedTickets();
}

/** What a filter of the queue leaves, seen by this agent. */
export async function matchesQueue(db: Db, viewer: User, filter: QueueFilter): Promise<Narrowed> {
  const words = filter.q ? await narrowByWords(db, viewer, filter.q) : undefined;
  const tag = filter.tag ? await narrowByTag(db, filter.tag) : undefined;
  return { where: and(isLeft(db, viewer, filter), words?.where, tag), isMet: words?.isMet ?? false };
}

/** By all that a filter asks for but words and tags. */
function isLeft(db: Db, viewer: User, filter: QueueFilter): SQL | undefined {
  const statuses = statusesOf(filter);
  const { priority, category, tier, assignee, requester, company } = filter;
  return and(
    statuses ? inArray(tickets.status, [...statuses]) : undefined,
    priority.length > 0 ? inArray(tickets.priority, priority) : undefined,
    category.length > 0 ? inArray(tickets.categoryId, category) : undefined,
    tier.length > 0 ? inArray(tickets.tier, tier.map(Number)) : undefined,
    assignee === "none" ? isNull(tickets.assigneeId) : undefined,
    assignee && assignee !== "none" ? eq(tickets.assigneeId, assignee === "me" ? viewer.id : assignee) : undefined,
    requester ? hasRequester(db, requester) : undefined,
    company ? eq(tickets.domain, company) : undefined,
    happenedOn(db, filter),
    filter.hour
      ? sql`extract(hour from ${tickets.createdAt} at time zone ${portalZone}) = ${filter.hour}::int`
      : undefined,
    filter.source.length > 0 ? inArray(tickets.source, filter.source) : undefined,
    filter.rating.length > 0 ? inArray(tickets.rating, filter.rating.map(Number)) : undefined,
    filter.reopened ? gt(tickets.reopenCount, 0) : undefined,
    filter.held ? hasHeld(db) : undefined,
    filter.promise ? eq(tickets.promise, filter.promise) : undefined,
    filter.asked ? inArray(tickets.id, askingForEscalation(db)) : undefined,
  );
}

/** On the days that are asked for, tickets were opened, or what else is asked for happened to them. */
function happenedOn(db: Db, { day, target, from, to }: QueueFilter): SQL | undefined {
  const within = (moment: SQLWrapper) =>
    and(
      from ? sql`${moment} >= ${startOf(from, portalZone)}` : undefined,
      to ? sql`${moment} < ${endOf(to, portalZone)}` : undefined,
    );
  if (day === "resolved") return and(isNotNull(tickets.resolvedAt), within(tickets.resolvedAt));
  if (day === "rated") return and(isNotNull(tickets.ratedAt), within(tickets.ratedAt));
  if (day === undefined) return within(tickets.createdAt);
  const { ticketId, kind, isMet, breachedAt, endedAt } = ticketTargets;
  const isSo =
    day === "late"
      ? and(isNotNull(breachedAt), within(breachedAt))
      : and(eq(isMet, true), isNull(breachedAt), isNotNull(endedAt), within(endedAt));
  const found = db
    .select({ id: ticketId })
    .from(ticketTargets)
    .where(and(isSo, target ? eq(kind, target) : undefined));
  return inArray(tickets.id, found);
}

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

const waiting = sql`coalesce(${tickets.unansweredSince}, 'infinity')`;

const due = sql`coalesce(${tickets.dueAt}, 'infinity')`;

const orders: Record<QueueSort, SQL[]> = {
  due: [asc(due), asc(tickets.id)],
  unanswered: [asc(waiting), asc(tickets.id)],
  newest: [desc(tickets.createdAt), desc(tickets.id)],
  priority: [asc(tickets.priority), asc(tickets.createdAt), asc(tickets.id)],
};

/** What belongs to each is looked up once it is known which they are. */
function selectRows(db: Db, where: SQL | undefined, sort: QueueSort) {
  const page = db
    .select({ id: tickets.id })
    .from(tickets)
    .where(where)
    .orderBy(...orders[sort])
    .limit(queuePageLength + 1);
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
      rating: tickets.rating,
      isVip: comesFirst,
      asksForEscalation: sql<boolean>`${inArray(tickets.id, askingForEscalation(db))}`,
      createdAt: tickets.createdAt,
      unansweredSince: tickets.unansweredSince,
      dueAt: tickets.dueAt,
      promise: tickets.promise,
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
    .where(inArray(tickets.id, page))
    .orderBy(...orders[sort]);
}

interface Counted {
  /** Up to one more than `mostCounted`. */
  count: number;
  mostCounted: number;
}

async function countSome(db: Db, where: SQL | undefined): Promise<Counted> {
  const some = db
    .select({ id: tickets.id })
    .from(tickets)
    .where(where)
    .limit(mostTicketsCounted + 1);
  return { count: await db.$count(some.as("counted")), mostCounted: mostTicketsCounted };
}

/** By the page that was read, where it would take long to look for more. */
const countPages = ({ after }: QueueFilter, found: number): Counted => ({
  count: after ? queuePageLength + 1 : found,
  mostCounted: queuePageLength,
});

/** A place in a list that stays valid whatever is opened, answered or deleted meanwhile. */
function placeOf(row: QueueRow, sort: QueueSort): string {
  const moment = { due: row.dueAt, unanswered: row.unansweredSince, newest: row.createdAt, priority: row.createdAt }[
    sort
  ];
  return [sort === "priority" ? row.priority : "-", moment?.getTime() ?? "never", row.id].join("_");
}

function isAfter({ after, sort }: QueueFilter): SQL | undefined {
  const [priority = "", moment = "", id] = after?.split("_") ?? [];
  const isMoment = /^\d{1,14}$/.test(moment) || (moment === "never" && (sort === "unanswered" || sort === "due"));
  if (!isMoment || !isId(id)) return;
  const at =
    moment === "never" ? sql`'infinity'::timestamptz` : sql`${new Date(Number(moment)).toISOString()}::timestamptz`;
  if (sort === "due") return sql`(${due}, ${tickets.id}) > (${at}, ${id}::uuid)`;
  if (sort === "unanswered") return sql`(${waiting}, ${tickets.id}) > (${at}, ${id}::uuid)`;
  if (sort === "newest") return sql`(${tickets.createdAt}, ${tickets.id}) < (${at}, ${id}::uuid)`;
  if (!ticketPriorities.includes(priority as TicketPriority)) return;
  return sql`(${tickets.priority}, ${tickets.createdAt}, ${tickets.id}) > (${priority}::ticket_priority, ${at}, ${id}::uuid)`;
}
