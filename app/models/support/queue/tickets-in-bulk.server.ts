import { and, asc, countDistinct, desc, eq, inArray, isNull, or } from "drizzle-orm";
import type { Db } from "#db/client.server";
import { bulkActionTickets, events, ticketCategories, ticketPeople, tickets, users } from "#db/schema";
import type { TicketStanding } from "#db/schema/support/queue";
import type { Act, BulkNoun, Done } from "../../core/bulk/noun";
import { retag } from "../../core/bulk/retag";
import type { Verdict } from "../../core/bulk/verdict";
import type { EventType } from "../../core/events/types";
import { fingerprintOf } from "../../core/settle-id.server";
import { handlers, mayHandleTickets } from "../../core/users/policy";
import type { User } from "../../core/users/viewer";
import type { Alteration } from "../tickets/alter-ticket.server";
import {
  assignTicket,
  categorizeTicket,
  holdAgent,
  holdAgents,
  prioritizeTicket,
  tagTicket,
} from "../tickets/change-ticket.server";
import { findCategory } from "../tickets/find-category.server";
import { type HeldTicket, hasNumber, holdTickets } from "../tickets/hold-ticket.server";
import { moveTicket, moveTicketBack } from "../tickets/move-ticket.server";
import { addressOfPerson, isReachedByMail } from "../tickets/person-by-address.server";
import { putAwayTicket, restoreTicket } from "../tickets/put-away-ticket.server";
import { type TicketNumber, writeTicketNumber } from "../tickets/ticket-number";
import { handledTickets } from "../tickets/visible-tickets.server";
import { awayOf, isTicketSo, judgeTicket, readTicketChange, type TicketChange, writeTicketChange } from "./change";

interface Tickets {
  key: TicketNumber;
  change: TicketChange;
  seen: Awaited<ReturnType<typeof list>>[number];
  held: HeldTicket;
  standing: TicketStanding;
}

/** What bulk actions have to know of tickets. Whoever does not see one neither changes nor counts it. */
export const ticketsInBulk: BulkNoun<Tickets> = {
  noun: "ticket",
  outcomes: {
    table: bulkActionTickets,
    itemId: bulkActionTickets.ticketId,
    itemName: "ticketId",
    items: tickets,
    key: { year: tickets.year, serial: tickets.serial },
    title: tickets.subject,
    order: [tickets.year, tickets.serial],
    visible: (_db, viewer) => handledTickets(viewer),
  },
  may: mayHandleTickets,
  readChange: readTicketChange,
  writeChange: writeTicketChange,
  writeKey: writeTicketNumber,
  keyOf: ({ year, serial }) => ({ year, serial }),
  list,
  countHearers,
  prepare,
  hold: holdTickets,
  isGone,
  stampOf: ({ status, assigneeId, priority, categoryId, tags, spokenAt }) =>
    fingerprintOf([status, assigneeId, priority, categoryId, tags, spokenAt]),
  judge: judgeTicket,
  standingOf,
  after,
  apply,
  prepareUndo,
  judgeUndo,
  restore,
};

function list(db: Db, viewer: User, numbers: TicketNumber[]) {
  const { id, year, serial, subject, status, assigneeId, priority, categoryId, tags, spokenAt } = tickets;
  const { spamAt, deletedAt, mergedInto } = tickets;
  return db
    .select({ id, year, serial, subject, status, assigneeId, priority, categoryId, tags, spokenAt, spamAt, deletedAt })
    .from(tickets)
    .where(and(or(...numbers.map(hasNumber)), isNull(mergedInto), handledTickets(viewer)))
    .orderBy(asc(year), asc(serial));
}

/** A requester is mailed that their ticket is resolved, and nothing else of all this. */
async function countHearers(db: Db, { change, ids }: { change: TicketChange; ids: string[] }): Promise<number> {
  if (change.type !== "move" || change.to !== "resolved" || ids.length === 0) return 0;
  const { ticketId, role, userId } = ticketPeople;
  const [found] = await db
    .select({ people: countDistinct(addressOfPerson) })
    .from(ticketPeople)
    .leftJoin(users, eq(users.id, userId))
    .where(and(inArray(ticketId, ids), eq(role, "requester"), isReachedByMail));
  return found?.people ?? 0;
}

/** Throws `notOfTheTeam` or `categoryNotFound`. */
async function prepare(tx: Db, _viewer: User, change: TicketChange): Promise<void> {
  // The person before the tickets, as when somebody leaves the team (../../core/users/leave-team.server.ts).
  if (change.type === "assign" && change.to) await holdAgent(tx, change.to);
  if (change.type === "category") await findCategory(tx, change.to);
}

function isGone({ mergedInto }: HeldTicket): boolean {
  return mergedInto !== null;
}

function standingOf(ticket: HeldTicket): TicketStanding {
  const { status, reopenCount, assigneeId, priority, categoryId, tags } = ticket;
  return {
    status,
    resolvedAt: ticket.resolvedAt?.toISOString() ?? null,
    closedAt: ticket.closedAt?.toISOString() ?? null,
    unansweredSince: ticket.unansweredSince?.toISOString() ?? null,
    reopenCount,
    assigneeId,
    priority,
    categoryId,
    tags,
    away: awayOf(ticket),
  };
}

function after(change: TicketChange, before: TicketStanding): TicketStanding {
  switch (change.type) {
    case "move":
      return { ...before, status: change.to };
    case "assign":
      return { ...before, assigneeId: change.to };
    case "priority":
      return { ...before, priority: change.to };
    case "category":
      return { ...before, categoryId: change.to };
    case "tag":
    case "untag":
      return { ...before, tags: retag(change.type, change.to, before.tags) };
    case "away":
      return { ...before, away: change.to };
  }
}

async function apply(tx: Db, { viewer, change, at }: Act<Tickets>, ticket: HeldTicket): Promise<void> {
  if (change.type === "away") return putAs(tx, { viewer, number: ticket, at }, change.to);
  if (change.type === "move") return moveTicket(tx, { viewer, number: ticket, at, from: ticket.status, to: change.to });
  await setAs(tx, { viewer, change, at }, ticket, after(change, standingOf(ticket)));
}

/** Puts a ticket away, or brings it back. */
const putAs = (tx: Db, about: Alteration, as: TicketStanding["away"]): Promise<void> =>
  as ? putAwayTicket(tx, { ...about, as }) : restoreTicket(tx, about);

/** What has no lifecycle is set as it is to be, forth and back. */
async function setAs(
  tx: Db,
  { viewer, change, at }: Act<Tickets>,
  number: TicketNumber,
  { assigneeId, priority, categoryId, tags }: TicketStanding,
): Promise<void> {
  const about = { viewer, number, at };
  if (change.type === "assign") await assignTicket(tx, { ...about, assigneeId });
  else if (change.type === "priority") await prioritizeTicket(tx, { ...about, priority });
  else if (change.type === "category") await categorizeTicket(tx, { ...about, categoryId });
  else await tagTicket(tx, { ...about, tags });
}

async function prepareUndo(tx: Db, { type }: TicketChange, before: TicketStanding[]): Promise<void> {
  if (type === "assign")
    await holdAgents(
      tx,
      before.flatMap(({ assigneeId }) => assigneeId ?? []),
    );
}

async function judgeUndo(tx: Db, { change, before, doneAt }: Done<Tickets>, ticket: HeldTicket): Promise<Verdict> {
  if (change.type === "away" && change.to) {
    const { spamAt, deletedAt } = ticket;
    const [since, otherwise] = change.to === "spam" ? [spamAt, deletedAt] : [deletedAt, spamAt];
    return since?.getTime() === doneAt.getTime() && !otherwise ? "changed" : "stale";
  }
  if (isGone(ticket) || awayOf(ticket)) return "gone";
  if (!isTicketSo(change, ticket)) return "stale";
  if (change.type === "move" && !(await isUntouchedSince(tx, ticket.id, doneAt))) return "stale";
  if (change.type === "assign" && !(await isOfTheTeam(tx, before.assigneeId))) return "lost";
  if (change.type === "category" && !(await isOffered(tx, before.categoryId))) return "lost";
  return "changed";
}

const touching: EventType[] = ["ticket.moved", "ticket.answered", "ticket.let_in"];

/** Nothing was said and nobody moved it, there and back again neither. */
async function isUntouchedSince(tx: Db, ticketId: string, doneAt: Date): Promise<boolean> {
  const { id, type, createdAt } = events;
  const [last] = await tx
    .select({ type, createdAt })
    .from(events)
    .where(and(eq(events.ticketId, ticketId), inArray(type, touching)))
    .orderBy(desc(id))
    .limit(1);
  return last?.type === "ticket.moved" && last.createdAt.getTime() === doneAt.getTime();
}

async function isOfTheTeam(tx: Db, userId: string | null): Promise<boolean> {
  if (!userId) return true;
  const [person] = await tx.select({ role: users.role }).from(users).where(eq(users.id, userId));
  return person !== undefined && handlers.includes(person.role);
}

async function isOffered(tx: Db, categoryId: number): Promise<boolean> {
  const { id, archivedAt } = ticketCategories;
  const found = await tx
    .select({ id })
    .from(ticketCategories)
    .where(and(eq(id, categoryId), isNull(archivedAt)));
  return found.length > 0;
}

async function restore(
  tx: Db,
  { before, ...act }: Act<Tickets> & { before: TicketStanding },
  ticket: HeldTicket,
): Promise<void> {
  const { viewer, change, at } = act;
  if (change.type === "away") return putAs(tx, { viewer, number: ticket, at }, before.away);
  if (change.type === "move") return moveTicketBack(tx, { viewer, number: ticket, at, before });
  if (change.type !== "tag" && change.type !== "untag") return setAs(tx, act, ticket, before);
  // Others may have put on some meanwhile.
  const type = change.type === "tag" ? "untag" : "tag";
  await setAs(tx, act, ticket, { ...before, tags: retag(type, change.to, ticket.tags) });
}
