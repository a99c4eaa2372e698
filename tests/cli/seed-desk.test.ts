import { and, asc, count, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import {
  events,
  notifications,
  ticketCategories,
  ticketMessages,
  ticketPeople,
  ticketPosts,
  tickets,
  users,
} from "#db/schema";
import { ticketStories } from "~/cli/demo/desk/ticket-stories";
import type { TicketStory } from "~/cli/demo/desk/ticket-story";
import { seedDemo } from "~/cli/demo/seed-demo.server";
import { markdownOf } from "~/cli/demo/story";
import type { EventData } from "~/models/core/events/types";
import { Query } from "~/models/core/text/query";
import { findTicketReader, listTicketMessages } from "~/models/support/tickets/find-ticket.server";
import { afterRequester, canMoveTicket, statusesUnderWay } from "~/models/support/tickets/lifecycle";
import { listOwnTickets } from "~/models/support/tickets/list-own-tickets.server";
import { listQueue } from "~/models/support/tickets/list-queue.server";
import { openTicket } from "~/models/support/tickets/open-ticket.server";
import { readQueueFilter } from "~/models/support/tickets/queue-filter";
import { listedTickets } from "~/models/support/tickets/visible-tickets.server";
import { db, useDatabase } from "../support/database";

useDatabase({ isNew: true });

/** In another year than the one in which the history was told. */
const now = new Date("2027-03-05T09:30:00Z");
const day = 24 * 60 * 60_000;

beforeAll(async () => {
  await seedDemo(db, now);
}, 60_000);

async function signedIn(handle: string) {
  const [user] = await db.select().from(users).where(eq(users.handle, handle));
  if (!user) throw new Error(`There is no ${handle}.`);
  return user;
}

const queue = async (handle: string, search = "") =>
  listQueue(db, await signedIn(handle), readQueueFilter(new Query(search)));

/** Each message of a story that is for the team alone. */
const notesOf = ({ since = [] }: TicketStory) => since.flatMap((deed) => ("notes" in deed ? [deed.notes] : []));

test("there are forty tickets: of each status as many as the stories leave", async () => {
  const { status } = tickets;
  const found = await db.select({ status, many: count() }).from(tickets).where(listedTickets()).groupBy(status);
  expect(Object.fromEntries(found.map(({ status, many }) => [status, many]))).toEqual({
    open: 8,
    in_progress: 5,
    waiting: 5,
    resolved: 7,
    closed: 11,
  });
  expect(await db.$count(tickets)).toBe(40);
  expect(await db.$count(tickets, isNotNull(tickets.mergedInto))).toBe(2);
  expect(await db.$count(tickets, isNotNull(tickets.spamAt))).toBe(1);
  expect(await db.$count(tickets, isNotNull(tickets.deletedAt))).toBe(1);
  expect(await db.$count(tickets, isNotNull(tickets.follows))).toBe(1);
  expect(await db.$count(tickets, eq(tickets.isRestricted, true))).toBe(1);
});

test("every story is told, with all that was said in it", async () => {
  const said = await db.select({ kind: ticketMessages.kind }).from(ticketMessages);
  const notes = ticketStories.flatMap(notesOf);
  const messages = ticketStories.flatMap(({ says, since = [] }) => [
    says,
    ...since.filter((deed) => "says" in deed || "answers" in deed),
  ]);
  expect(said.filter(({ kind }) => kind === "note")).toHaveLength(notes.length);
  expect(said.filter(({ kind }) => kind === "message")).toHaveLength(messages.length);
  expect(await db.$count(ticketPeople, eq(ticketPeople.role, "copy"))).toBe(3);
  expect(await db.$count(ticketPosts)).toBe(6);
});

test("tickets are of every category and priority, and of everybody who handles them", async () => {
  const { priority, categoryId, assigneeId, source } = tickets;
  const found = await db.select({ priority, categoryId, assigneeId, source }).from(tickets);
  const kinds = (of: (one: (typeof found)[number]) => unknown) => new Set(found.map(of)).size;
  expect(kinds((one) => one.priority)).toBe(4);
  expect(kinds((one) => one.categoryId)).toBe(await db.$count(ticketCategories));
  expect(kinds((one) => one.assigneeId)).toBe(4);
  expect(found.filter(({ source }) => source === "mail").length).toBeGreaterThan(5);
});

test("the queue begins with those who wait longest, some for days, and ends with those who wait for minutes", async () => {
  const { tickets, count, next } = await queue("gus");
  expect([count, next]).toEqual([17, undefined]);
  expect((await queue("ada")).count).toBe(18);
  const waits = tickets.flatMap(({ unansweredSince }) => (unansweredSince ? [now.getTime() - +unansweredSince] : []));
  expect(waits).toEqual([...waits].sort((a, b) => b - a));
  expect(waits.filter((wait) => wait > 2 * day).length).toBeGreaterThan(2);
  expect(waits.filter((wait) => wait < day / 24).length).toBeGreaterThan(1);
  expect((await queue("gus", "assignee=none")).count).toBeGreaterThan(3);
  expect((await queue("gus", "away=spam")).count).toBe(1);
});

test("rules have looked after some tickets since they are there, as the history of those says", async () => {
  const { type, data } = events;
  const done = await db.select({ type, rule: sql<string | null>`${data} -> 'rule' ->> 'name'` }).from(events);
  const byRules = done.filter(({ rule }) => rule !== null).map(({ type, rule }) => `${rule}: ${type}`);
  expect(new Set(byRules)).toEqual(
    new Set([
      "Money goes to Mona: ticket.assigned",
      "Money goes to Mona: ticket.tagged",
      "Security begins at L2: ticket.raised",
      "Not in English: ticket.tagged",
    ]),
  );
});

test("every ticket went from open to where it stands by legal moves", async () => {
  for (const ticket of await db.select().from(tickets)) {
    let status: typeof ticket.status = "open";
    const isOfIt = and(eq(events.ticketId, ticket.id), eq(events.type, "ticket.moved"));
    for (const { data } of await db.select().from(events).where(isOfIt).orderBy(asc(events.id))) {
      const { from, to, by } = data as EventData["ticket.moved"];
      expect(from).toBe(status);
      const isAnswered = by === "requester" && to === afterRequester(from);
      expect(isAnswered || canMoveTicket(from, to), `${ticket.subject}: ${from} to ${to}`).toBe(true);
      status = to;
    }
    expect(ticket.status, ticket.subject).toBe(status);
  }
});

test("a ticket waits for the team where the team has not had the last word", async () => {
  for (const ticket of await db
    .select()
    .from(tickets)
    .where(and(listedTickets(), inArray(tickets.status, [...statusesUnderWay])))) {
    const last = (await listTicketMessages(db, ticket.id, { withNotes: false })).at(-1);
    expect(ticket.unansweredSince === null, ticket.subject).toBe(last?.isByTeam);
    expect(ticket.spokenAt, ticket.subject).toEqual(last?.createdAt);
  }
});

test("nothing on the desk is of the future, or before its ticket", async () => {
  const said = await db
    .select({ at: ticketMessages.createdAt, opened: tickets.createdAt, spoken: tickets.spokenAt })
    .from(ticketMessages)
    .innerJoin(tickets, eq(tickets.id, ticketMessages.ticketId));
  expect(said.filter(({ at, opened }) => at > now || at < opened)).toEqual([]);
  const times = await db.select().from(tickets);
  // But for what is promised.
  const pasts = times.map(({ dueAt: _, ...ticket }) => Object.values(ticket));
  const late = pasts.filter((values) => values.some((value) => value instanceof Date && value > now));
  expect(late).toEqual([]);
});

test("what is resolved is so for less than a week, and most of what is over is rated, from 1 to 5", async () => {
  const over = await db
    .select()
    .from(tickets)
    .where(inArray(tickets.status, ["resolved", "closed"]));
  for (const { status, resolvedAt } of over) {
    if (status === "resolved") expect(now.getTime() - (resolvedAt?.getTime() ?? 0)).toBeLessThan(7 * day);
  }
  const ratings = over.flatMap(({ rating }) => rating ?? []);
  expect(ratings.length).toBeGreaterThan(over.length * 0.7);
  expect(new Set(ratings)).toEqual(new Set([1, 2, 3, 4, 5]));
  expect(over.filter(({ ratingText }) => ratingText).length).toBeGreaterThan(5);
});

test("requesters read nothing of what the team noted", async () => {
  const notes = ticketStories.flatMap(notesOf).map(markdownOf);
  const { ticketId, bodyHtml, bodyMarkdown } = ticketMessages;
  const noted = await db.select({ ticketId, bodyHtml }).from(ticketMessages).where(inArray(bodyMarkdown, notes));
  expect(noted).toHaveLength(notes.length);
  for (const { ticketId, bodyHtml } of noted) {
    const theirs = await listTicketMessages(db, ticketId, { withNotes: false });
    expect(theirs.length).toBeGreaterThan(0);
    expect(theirs.map(({ html }) => html)).not.toContain(bodyHtml);
  }
});

test("ben finds his ticket with an answer that he has not read", async () => {
  const ben = await signedIn("ben");
  const { tickets } = await listOwnTickets(db, ben, { all: true });
  expect(tickets).toMatchObject([{ status: "waiting", isByTeam: true, isUnread: true }]);
  const [number] = tickets;
  if (!number) throw new Error("Ben has no ticket.");
  expect(await findTicketReader(db, { number, viewer: ben, secret: "" })).toMatchObject({ isRequester: true });
});

test.each(["gus", "mona", "ada", "ben", "zeynep"])("%s has news of tickets", async (handle) => {
  const { id } = await signedIn(handle);
  const isTheirs = and(eq(notifications.userId, id), isNotNull(notifications.ticketId));
  expect(await db.$count(notifications, isTheirs)).toBeGreaterThan(0);
});

test("a ticket of another year begins with 1, one of the year of the history follows on", async () => {
  const [last] = await db
    .select({ year: tickets.year, serial: sql<number>`max(serial)` })
    .from(tickets)
    .groupBy(tickets.year);
  expect(last).toEqual({ year: 2026, serial: 40 });
  const [category] = await db.select().from(ticketCategories).limit(1);
  const draft = { subject: "One more", body: "Does it print?", categoryId: category?.id ?? 0 };
  const asked = { viewer: await signedIn("ben"), language: "en", source: "page" as const, draft };
  expect(await openTicket(db, { ...asked, id: crypto.randomUUID(), at: now })).toMatchObject({ year: 2027, serial: 1 });
  const at = new Date("2026-12-31T12:00:00Z");
  expect(await openTicket(db, { ...asked, id: crypto.randomUUID(), at })).toMatchObject({ year: 2026, serial: 41 });
});
