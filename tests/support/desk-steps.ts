import { and, asc, eq, isNull, sql } from "drizzle-orm";
import fc from "fast-check";
import { v7 as uuid } from "uuid";
import { ticketMessages, ticketPeople, tickets } from "#db/schema";
import { DomainError } from "~/models/core/domain-error";
import type { User } from "~/models/core/users/viewer";
import { assignTicket, restrictTicket, takeTicket } from "~/models/support/tickets/change-ticket.server";
import { closeResolvedTickets } from "~/models/support/tickets/close-resolved.server";
import { keepMessageInside, letMessageIn, throwMessageAway } from "~/models/support/tickets/held-messages.server";
import { ticketStatuses } from "~/models/support/tickets/lifecycle";
import { mergeTickets, unmergeTicket } from "~/models/support/tickets/merge-tickets.server";
import { moveTicket, reopenTicket, solveTicket } from "~/models/support/tickets/move-ticket.server";
import { putAwayTicket, restoreTicket } from "~/models/support/tickets/put-away-ticket.server";
import { rateTicket } from "~/models/support/tickets/rate-ticket.server";
import { answerTicket, replyToTicket } from "~/models/support/tickets/say-in-ticket.server";
import { splitMessage } from "~/models/support/tickets/split-message.server";
import { ticketPath } from "~/models/support/tickets/ticket-number";
import { addTicketPerson, removeTicketPerson, revokeTicketLinks } from "~/models/support/tickets/ticket-people.server";
import { signedIn } from "./browser";
import { db } from "./database";
import { compose, handOver, replyAddress } from "./incoming";
import { ask } from "./tickets";

export const deskNames = ["ben", "cleo", "dave", "milo", "gus", "mona", "ada"] as const;

export type DeskPeople = Record<(typeof deskNames)[number], User>;

const addresses = ["ben@example.com", "cleo@example.com", "zoe@acme.example", "eve@evil.example"] as const;

const does = {
  "open as member": 3,
  "open as guest": 2,
  "open for somebody": 1,
  answer: 5,
  note: 4,
  "say by page": 4,
  reply: 4,
  mail: 4,
  "mail to support": 1,
  move: 5,
  solve: 2,
  reopen: 2,
  rate: 2,
  "close resolved": 1,
  take: 2,
  assign: 2,
  restrict: 4,
  merge: 4,
  unmerge: 2,
  "put away": 1,
  restore: 2,
  "add copy": 3,
  "remove copy": 1,
  revoke: 1,
  split: 2,
  "let in": 3,
  "keep inside": 2,
  "throw away": 1,
} as const;

type Doing = keyof typeof does;

const doings = Object.entries(does).map(([what, weight]) => ({ weight, arbitrary: fc.constant(what as Doing) }));

/** What somebody does to one of the first tickets; whether it is allowed is for the commands to say. */
export const deskStep = fc.record({
  what: fc.oneof(...doings),
  who: fc.constantFrom(...deskNames),
  /** Of the team, most often. */
  agent: fc.constantFrom("gus", "mona", "ada", "gus", "mona", "ada", "milo", "ben"),
  address: fc.constantFrom(...addresses),
  serial: fc.integer({ min: 1, max: 4 }),
  into: fc.integer({ min: 1, max: 4 }),
  status: fc.constantFrom(...ticketStatuses),
  /** Which of several. */
  nth: fc.nat({ max: 5 }),
  on: fc.boolean(),
});

export type DeskStep = typeof deskStep extends fc.Arbitrary<infer Value> ? Value : never;

/** A word that stands nowhere else: by it, a text is known wherever it comes to light. */
export const marks = /kwx[a-z]+\d+z/g;

/** Does one thing after the other; what is refused is refused politely. */
export async function playDesk(steps: DeskStep[], people: DeskPeople, categoryId: number): Promise<void> {
  for (const [i, step] of steps.entries()) {
    try {
      await take(step, { people, categoryId, mark: (kind) => `kwx${kind}${i}z` });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
    }
  }
}

interface Stage {
  people: DeskPeople;
  categoryId: number;
  mark: (kind: string) => string;
}

async function take(step: DeskStep, { people, categoryId, mark }: Stage): Promise<unknown> {
  const { what, who, address, serial, status, nth, on } = step;
  const year = new Date().getUTCFullYear();
  const number = { year, serial };
  const viewer = people[step.agent as keyof DeskPeople];
  const change = { viewer, number };
  const asking = { categoryId, subject: mark("subject"), body: mark("message") };
  const guest = { name: "Somebody", email: address };
  switch (what) {
    case "open as member":
      return ask(people[on ? "ben" : who], asking);
    case "open as guest":
      return ask(null, { ...asking, guest });
    case "open for somebody":
      return ask(viewer, { ...asking, guest, source: "staff" });
    case "answer": {
      const next = on ? status : undefined;
      return answerTicket(db, { ...change, id: uuid(), kind: "message", body: mark("message"), next });
    }
    case "note":
      return answerTicket(db, { ...change, id: uuid(), kind: "note", body: mark("note") });
    case "say by page":
      return (await signedIn(people[who])).post(`${ticketPath(number)}/messages`, {
        id: uuid(),
        body: mark("message"),
      });
    case "reply": {
      const { id: personId } = await onePerson(serial, nth);
      return replyToTicket(db, { personId, id: uuid(), body: mark("message"), source: "page" });
    }
    case "mail":
      return mail(address, replyAddress((await onePerson(serial, nth)).id), mark("message"));
    case "mail to support":
      return mail(address, "support@in.example.com", mark("message"));
    case "move":
      return moveTicket(db, { ...change, from: on ? await statusOf(serial) : "open", to: status });
    case "solve":
      return solveTicket(db, { person: await onePerson(serial, nth) });
    case "reopen":
      return reopenTicket(db, { person: await onePerson(serial, nth) });
    case "rate":
      return rateTicket(db, { person: await onePerson(serial, 0), rating: 1 + (nth % 5), text: mark("rating") });
    case "close resolved":
      return closeResolvedTickets(db, { days: 1, at: new Date(Date.now() + 2 * 24 * 60 * 60_000) });
    case "take":
      return takeTicket(db, change);
    case "assign":
      return assignTicket(db, { ...change, assigneeId: on ? people[who].id : null });
    case "restrict":
      return restrictTicket(db, { ...change, isRestricted: on });
    case "merge":
      return mergeTickets(db, { ...change, into: { year, serial: step.into } });
    case "unmerge":
      return unmergeTicket(db, change);
    case "put away":
      return putAwayTicket(db, { ...change, as: on ? "spam" : "deleted" });
    case "restore":
      return restoreTicket(db, change);
    case "add copy":
      return addTicketPerson(db, { requester: await onePerson(serial, 0), email: address, language: "en" });
    case "remove copy":
      return removeTicketPerson(db, { ...change, personId: (await onePerson(serial, nth)).id });
    case "revoke":
      return revokeTicketLinks(db, { ...change, personId: (await onePerson(serial, nth)).id });
    case "split": {
      const messageId = await oneMessage(serial, nth);
      return splitMessage(db, { ...change, messageId, subject: mark("subject"), categoryId });
    }
    case "let in":
      return letMessageIn(db, { ...change, messageId: await oneMessage(serial, nth, "held") });
    case "keep inside":
      return keepMessageInside(db, { ...change, messageId: await oneMessage(serial, nth, "held") });
    case "throw away":
      return throwMessageAway(db, { ...change, messageId: await oneMessage(serial, nth, "held") });
  }
}

/** Not all that is sent says who it is from: what it is taken for shows when it is read. */
const mail = async (from: string, to: string, text: string): Promise<unknown> =>
  handOver(await compose({ from, to, subject: text.replace("message", "subject"), text }));

/** The requester, or one of those that read along. */
async function onePerson(serial: number, nth: number) {
  const found = await db
    .select({ id: ticketPeople.id, ticketId: ticketPeople.ticketId, userId: ticketPeople.userId })
    .from(ticketPeople)
    .innerJoin(tickets, eq(tickets.id, ticketPeople.ticketId))
    .where(and(eq(tickets.serial, serial), isNull(ticketPeople.removedAt)))
    .orderBy(asc(ticketPeople.role), asc(ticketPeople.id));
  const person = found[nth % (found.length || 1)];
  if (!person) throw new DomainError("notFound");
  return person;
}

/** Held where that is asked for and there is any; any message else, for the commands to refuse. */
async function oneMessage(serial: number, nth: number, kind = "message"): Promise<string> {
  const found = await db
    .select({ id: ticketMessages.id })
    .from(ticketMessages)
    .innerJoin(tickets, eq(tickets.id, ticketMessages.ticketId))
    .where(eq(tickets.serial, serial))
    .orderBy(sql`${ticketMessages.kind}::text <> ${kind}`, asc(ticketMessages.id));
  return found[nth % (found.length || 1)]?.id ?? uuid();
}

async function statusOf(serial: number) {
  const [row] = await db.select({ status: tickets.status }).from(tickets).where(eq(tickets.serial, serial));
  return row?.status ?? "open";
}
