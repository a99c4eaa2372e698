import { and, asc, eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { events, ticketMessages, ticketPeople, tickets } from "#db/schema";
import { changeRole } from "~/models/core/users/change-role.server";
import { assignTicket, restrictTicket, tagTicket, takeTicket } from "~/models/support/tickets/change-ticket.server";
import { closeResolvedTickets } from "~/models/support/tickets/close-resolved.server";
import { findStaffTicket, findTicketReader, listTicketMessages } from "~/models/support/tickets/find-ticket.server";
import { forgetPutAwayTickets } from "~/models/support/tickets/forget-tickets.server";
import { ticketKeyFor } from "~/models/support/tickets/keys.server";
import { linkPostToTicket } from "~/models/support/tickets/link-post.server";
import { listOwnTickets, noteTicketSeen } from "~/models/support/tickets/list-own-tickets.server";
import { mergeTickets, unmergeTicket } from "~/models/support/tickets/merge-tickets.server";
import { moveTicket, reopenTicket, solveTicket } from "~/models/support/tickets/move-ticket.server";
import { openTicket } from "~/models/support/tickets/open-ticket.server";
import { putAwayTicket, restoreTicket } from "~/models/support/tickets/put-away-ticket.server";
import { rateTicket } from "~/models/support/tickets/rate-ticket.server";
import { answerTicket, replyToTicket } from "~/models/support/tickets/say-in-ticket.server";
import { listTicketHistory } from "~/models/support/tickets/ticket-history.server";
import type { TicketNumber } from "~/models/support/tickets/ticket-number";
import { addTicketPerson, removeTicketPerson, revokeTicketLinks } from "~/models/support/tickets/ticket-people.server";
import { secret } from "../../../support/app";
import { addBoard, cast, idea, post } from "../../../support/cast";
import { db, useDatabase } from "../../../support/database";
import { addCategory, ask } from "../../../support/tickets";

useDatabase();

const rowOf = async ({ year, serial }: TicketNumber) => {
  const isIt = and(eq(tickets.year, year), eq(tickets.serial, serial));
  const [row] = await db.select().from(tickets).where(isIt);
  if (!row) throw new Error("There is no such ticket.");
  return row;
};

const happened = async () =>
  (await db.select({ type: events.type }).from(events).orderBy(asc(events.id))).map(({ type }) => type);

const say = (body = "Please look.") => ({ id: uuid(), body });

test("a ticket has a number of its year, the priority of its category, a requester and a first message", async () => {
  const { ben } = await cast("ben");
  const categoryId = await addCategory("Security", "urgent");
  const at = new Date("2026-05-01T10:00:00Z");
  const first = await ask(ben, { categoryId, body: "It **burns**", at });
  const second = await ask(ben, { categoryId, at });
  const nextYear = await ask(ben, { categoryId, at: new Date("2027-01-01T00:00:00Z") });
  expect([first, second, nextYear].map(({ year, serial }) => [year, serial])).toEqual([
    [2026, 1],
    [2026, 2],
    [2027, 1],
  ]);
  expect(await rowOf(first)).toMatchObject({
    status: "open",
    priority: "urgent",
    tier: 1,
    domain: "example.com",
    unansweredSince: at,
  });
  const [message] = await listTicketMessages(db, first.id, { withNotes: false });
  expect(message).toMatchObject({ kind: "message", name: "Ben", isByTeam: false });
  expect(message?.html).toContain("<strong>burns</strong>");
});

test("numbers have no gap, also where many open tickets at once and some of them fail", async () => {
  const { ben } = await cast("ben");
  const categoryId = await addCategory();
  const asked = Array.from({ length: 12 }, (_, i) =>
    ask(ben, { categoryId: i % 3 === 1 ? 9999 : categoryId, subject: `Number ${i}` }),
  );
  const outcomes = await Promise.allSettled(asked);
  const serials = outcomes.flatMap((one) => (one.status === "fulfilled" ? one.value.serial : [])).sort((a, b) => a - b);
  expect(serials).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
});

test("the same form sent twice is one ticket; other words under its id are another", async () => {
  const { ben } = await cast("ben");
  const categoryId = await addCategory();
  const id = uuid();
  const both = await Promise.all([ask(ben, { categoryId, id }), ask(ben, { categoryId, id })]);
  expect(both[0].serial).toBe(both[1].serial);
  const other = await ask(ben, { categoryId, id, subject: "Something else" });
  expect(other.serial).not.toBe(both[0].serial);
  const guestId = uuid();
  const guests = [await ask(null, { categoryId, id: guestId }), await ask(null, { categoryId, id: guestId })];
  expect(guests[0]?.serial).toBe(guests[1]?.serial);
  expect(await db.$count(tickets)).toBe(3);
  expect(await db.$count(ticketMessages)).toBe(3);
});

test("a guest whose address has an account asks as that account; somebody who is signed in sees it", async () => {
  const { ben, cleo } = await cast("ben", "cleo");
  const categoryId = await addCategory();
  await ask(null, { categoryId, guest: { name: "B.", email: "ben@example.com" } });
  const [person] = await db.select().from(ticketPeople);
  expect(person).toMatchObject({ userId: ben.id, email: null, name: "" });
  expect((await listOwnTickets(db, ben, { all: true })).tickets).toHaveLength(1);
  expect((await listOwnTickets(db, cleo, { all: true })).tickets).toHaveLength(0);
});

test("only those who handle tickets open them for others", async () => {
  const { ben, gus, milo } = await cast("ben", "gus", "milo");
  const categoryId = await addCategory();
  const guest = { name: "Zoe", email: "zoe@acme.example" };
  await expect(ask(ben, { categoryId, guest })).rejects.toThrow("forbidden");
  await expect(ask(milo, { categoryId, guest })).rejects.toThrow("forbidden");
  const opened = await ask(gus, { categoryId, guest, source: "staff" });
  // Nobody waits for an answer to what the team has written itself.
  expect(await rowOf(opened)).toMatchObject({ unansweredSince: null, domain: "acme.example" });
  await expect(
    openTicket(db, {
      viewer: null,
      language: "en",
      id: uuid(),
      source: "page",
      draft: { subject: "a", body: "b", categoryId },
    }),
  ).rejects.toThrow("signInFirst");
});

test("a link opens one ticket, until it is revoked; a member sees their own and learns of no other", async () => {
  const { ben, cleo, gus } = await cast("ben", "cleo", "gus");
  const categoryId = await addCategory();
  const guests = await ask(null, { categoryId });
  const bens = await ask(ben, { categoryId });
  const key = ticketKeyFor(secret, guests.person);
  const asking = { viewer: null, key, secret };
  expect(await findTicketReader(db, { ...asking, number: guests })).toMatchObject({ isRequester: true });
  expect(await findTicketReader(db, { ...asking, number: bens })).toBeUndefined();
  expect(await findTicketReader(db, { ...asking, key: `${key.slice(0, -2)}xx`, number: guests })).toBeUndefined();
  expect(await findTicketReader(db, { viewer: ben, secret, number: bens })).toMatchObject({ userId: ben.id });
  expect(await findTicketReader(db, { viewer: cleo, secret, number: bens })).toBeUndefined();
  expect(await findTicketReader(db, { viewer: null, secret, number: bens })).toBeUndefined();
  await revokeTicketLinks(db, { viewer: gus, number: guests, personId: guests.person.id });
  expect(await findTicketReader(db, { ...asking, number: guests })).toBeUndefined();
  const renewed = ticketKeyFor(secret, { ...guests.person, keyVersion: 2 });
  expect(await findTicketReader(db, { ...asking, key: renewed, number: guests })).toBeDefined();
});

test("signing in with the address of a guest makes their tickets theirs", async () => {
  const categoryId = await addCategory();
  const guest = await ask(null, { categoryId, guest: { name: "D.", email: "dave@example.com" } });
  const { dave, cleo } = await cast("dave", "cleo");
  expect((await listOwnTickets(db, dave, { all: true })).tickets).toHaveLength(1);
  expect(await findTicketReader(db, { viewer: dave, secret, number: guest })).toBeDefined();
  expect(await findTicketReader(db, { viewer: cleo, secret, number: guest })).toBeUndefined();
});

test("answers and replies move a ticket: in progress, waiting, open again, resolved, reopened", async () => {
  const { ben, gus } = await cast("ben", "gus");
  const asked = await ask(ben, { categoryId: await addCategory() });
  const answer = (next?: "waiting" | "resolved") =>
    answerTicket(db, { viewer: gus, number: asked, kind: "message", ...say(), next });
  const reply = () => replyToTicket(db, { personId: asked.person.id, source: "page", ...say() });
  await answer();
  expect(await rowOf(asked)).toMatchObject({ status: "in_progress", unansweredSince: null });
  const { firstAnsweredAt } = await rowOf(asked);
  await reply();
  const { unansweredSince, status } = await rowOf(asked);
  expect(status).toBe("in_progress");
  await reply();
  // The first that waits says since when.
  expect((await rowOf(asked)).unansweredSince).toEqual(unansweredSince);
  await answer("waiting");
  await reply();
  expect((await rowOf(asked)).status).toBe("open");
  await answer("resolved");
  expect(await rowOf(asked)).toMatchObject({ status: "resolved", reopenCount: 0, unansweredSince: null });
  await reply();
  expect(await rowOf(asked)).toMatchObject({ status: "open", reopenCount: 1, resolvedAt: null, firstAnsweredAt });
  await solveTicket(db, { person: { ticketId: asked.id, userId: ben.id } });
  await reopenTicket(db, { person: { ticketId: asked.id, userId: ben.id } });
  expect(await rowOf(asked)).toMatchObject({ status: "open", reopenCount: 2 });
});

test("what a requester writes to a closed ticket opens another that follows it", async () => {
  const { ben, gus } = await cast("ben", "gus");
  const asked = await ask(ben, { categoryId: await addCategory() });
  await moveTicket(db, { viewer: gus, number: asked, from: "open", to: "closed" });
  const said = { personId: asked.person.id, source: "mail" as const, ...say("Again!") };
  const next = await replyToTicket(db, said);
  expect(next.serial).not.toBe(asked.serial);
  expect(await rowOf(next)).toMatchObject({ follows: asked.id, status: "open", subject: "It does not print" });
  expect((await rowOf(asked)).status).toBe("closed");
  // The same mail again opens no third one.
  expect(await replyToTicket(db, said)).toEqual(next);
  expect(await db.$count(tickets)).toBe(2);
  await expect(answerTicket(db, { viewer: gus, number: asked, kind: "message", ...say() })).rejects.toThrow(
    "ticketClosed",
  );
  await answerTicket(db, { viewer: gus, number: asked, kind: "note", ...say() });
});

test("no move is made that the lifecycle does not know, nor one from where the ticket stands no more", async () => {
  const { ben, gus, milo } = await cast("ben", "gus", "milo");
  const number = await ask(ben, { categoryId: await addCategory() });
  await expect(moveTicket(db, { viewer: milo, number, from: "open", to: "closed" })).rejects.toThrow("forbidden");
  await expect(moveTicket(db, { viewer: ben, number, from: "open", to: "closed" })).rejects.toThrow("forbidden");
  await moveTicket(db, { viewer: gus, number, from: "open", to: "resolved" });
  await expect(moveTicket(db, { viewer: gus, number, from: "open", to: "closed" })).rejects.toThrow(
    "ticketMovedMeanwhile",
  );
  await expect(moveTicket(db, { viewer: gus, number, from: "resolved", to: "waiting" })).rejects.toThrow(
    "ticketIllegalMove",
  );
  await expect(answerTicket(db, { viewer: gus, number, kind: "message", next: "waiting", ...say() })).rejects.toThrow(
    "ticketIllegalMove",
  );
  // Nothing of what was refused stays.
  expect(await listTicketMessages(db, (await rowOf(number)).id, { withNotes: true })).toHaveLength(1);
});

test("notes are seen by nobody but the team, and count as no answer", async () => {
  const { ben, gus } = await cast("ben", "gus");
  const number = await ask(ben, { categoryId: await addCategory() });
  await answerTicket(db, { viewer: gus, number, kind: "note", ...say("Careful with this one.") });
  expect(await listTicketMessages(db, number.id, { withNotes: false })).toHaveLength(1);
  expect(await listTicketMessages(db, number.id, { withNotes: true })).toHaveLength(2);
  const row = await rowOf(number);
  expect(row).toMatchObject({ status: "open", firstAnsweredAt: null });
  expect(row.unansweredSince).not.toBeNull();
});

test("whoever answers past something that came in between is stopped, once", async () => {
  const { ben, gus, mona } = await cast("ben", "gus", "mona");
  const number = await ask(ben, { categoryId: await addCategory() });
  const [first] = await listTicketMessages(db, number.id, { withNotes: true });
  const answer = { kind: "message" as const, number, seen: first?.id };
  await answerTicket(db, { viewer: gus, ...answer, ...say("One") });
  const second = say("Two");
  await expect(answerTicket(db, { viewer: mona, ...answer, ...second })).rejects.toThrow("saidMeanwhile");
  const shown = (await listTicketMessages(db, number.id, { withNotes: true })).at(-1);
  await answerTicket(db, { viewer: mona, ...answer, ...second, seen: shown?.id });
  expect(await db.$count(ticketMessages)).toBe(3);
});

test("of two who take a ticket at once, one has it; nobody else than the team is given one", async () => {
  const { ben, gus, mona, ada } = await cast("ben", "gus", "mona", "ada");
  const number = await ask(ben, { categoryId: await addCategory() });
  const outcomes = await Promise.allSettled([
    takeTicket(db, { viewer: gus, number }),
    takeTicket(db, { viewer: mona, number }),
  ]);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  await expect(assignTicket(db, { viewer: ada, number, assigneeId: ben.id })).rejects.toThrow("notOfTheTeam");
  await assignTicket(db, { viewer: ada, number, assigneeId: gus.id });
  // A moderator handles no tickets.
  await changeRole(db, { viewer: ada, userId: gus.id, role: "moderator" });
  expect((await rowOf(number)).assigneeId).toBeNull();
});

test("a restricted ticket is its assignee's and the administrators' alone", async () => {
  const { ben, gus, mona, ada } = await cast("ben", "gus", "mona", "ada");
  const number = await ask(ben, { categoryId: await addCategory() });
  await assignTicket(db, { viewer: ada, number, assigneeId: gus.id });
  await restrictTicket(db, { viewer: gus, number, isRestricted: true });
  expect(await findStaffTicket(db, gus, number)).toBeDefined();
  expect(await findStaffTicket(db, ada, number)).toBeDefined();
  expect(await findStaffTicket(db, mona, number)).toBeUndefined();
  await expect(tagTicket(db, { viewer: mona, number, tags: ["a"] })).rejects.toThrow("notFound");
  await expect(answerTicket(db, { viewer: mona, number, kind: "note", ...say() })).rejects.toThrow("notFound");
  // Merged into one that is not, it would be read there.
  const open = await ask(ben, { categoryId: await addCategory() });
  await mergeTickets(db, { viewer: ada, number, into: open });
  expect(await findStaffTicket(db, mona, open)).toBeUndefined();
  expect((await listTicketHistory(db, open.id)).map(({ type }) => type)).toContain("ticket.restricted");
});

test("merged tickets of one requester are read as one, and can be taken apart", async () => {
  const { ben, cleo, gus } = await cast("ben", "cleo", "gus");
  const categoryId = await addCategory();
  const [one, two, hers] = [
    await ask(ben, { categoryId, body: "First", at: new Date("2026-03-01T10:00:00Z") }),
    await ask(ben, { categoryId, body: "Second", at: new Date("2026-03-01T11:00:00Z") }),
    await ask(cleo, { categoryId }),
  ];
  await expect(mergeTickets(db, { viewer: gus, number: two, into: hers })).rejects.toThrow("requestersDiffer");
  await expect(mergeTickets(db, { viewer: gus, number: two, into: two })).rejects.toThrow("ticketIntoItself");
  await mergeTickets(db, { viewer: gus, number: one, into: two });
  const texts = async (id: string) => (await listTicketMessages(db, id, { withNotes: true })).map(({ html }) => html);
  expect(await texts(two.id)).toEqual(["<p>First</p>\n", "<p>Second</p>\n"]);
  // Who waits longest is the one who asked first.
  expect((await rowOf(two)).unansweredSince).toEqual(new Date("2026-03-01T10:00:00Z"));
  await expect(moveTicket(db, { viewer: gus, number: one, from: "open", to: "closed" })).rejects.toThrow(
    "ticketMerged",
  );
  // What its requester writes to the old one stands in the other.
  const reply = await replyToTicket(db, { personId: one.person.id, source: "mail", ...say("Third") });
  expect(reply.serial).toBe(two.serial);
  const third = await ask(ben, { categoryId });
  await mergeTickets(db, { viewer: gus, number: two, into: third });
  expect((await rowOf(one)).mergedInto).toBe(third.id);
  await unmergeTicket(db, { viewer: gus, number: one });
  expect((await rowOf(one)).mergedInto).toBeNull();
  expect(await texts(one.id)).toEqual(["<p>First</p>\n"]);
});

test("spam and deleted tickets are out of every list, come back, and are gone after a month", async () => {
  const { ben, gus } = await cast("ben", "gus");
  const categoryId = await addCategory();
  const [spam, deleted, kept] = [
    await ask(ben, { categoryId }),
    await ask(ben, { categoryId }),
    await ask(ben, { categoryId }),
  ];
  const at = new Date("2026-03-01T10:00:00Z");
  await putAwayTicket(db, { viewer: gus, number: spam, as: "spam", at });
  await putAwayTicket(db, { viewer: gus, number: deleted, as: "deleted", at });
  expect((await listOwnTickets(db, ben, { all: true })).tickets.map(({ serial }) => serial)).toEqual([kept.serial]);
  expect(await findTicketReader(db, { viewer: ben, secret, number: spam })).toBeUndefined();
  await expect(replyToTicket(db, { personId: spam.person.id, source: "mail", ...say() })).rejects.toThrow("notFound");
  await restoreTicket(db, { viewer: gus, number: spam });
  await putAwayTicket(db, { viewer: gus, number: spam, as: "spam", at });
  await forgetPutAwayTickets(db, new Date("2026-03-31T09:00:00Z"));
  expect(await db.$count(tickets)).toBe(3);
  await forgetPutAwayTickets(db, new Date("2026-03-31T11:00:00Z"));
  expect((await db.select({ serial: tickets.serial }).from(tickets)).map(({ serial }) => serial)).toEqual([
    kept.serial,
  ]);
  // What happened stays told, though nothing says any more of what.
  expect(await happened()).toContain("ticket.marked_spam");
});

test("what is resolved is closed after so many days, unless its requester writes first", async () => {
  const { ben, gus } = await cast("ben", "gus");
  const categoryId = await addCategory();
  const at = new Date("2026-03-01T10:00:00Z");
  const [old, young, reopened] = [
    await ask(ben, { categoryId }),
    await ask(ben, { categoryId }),
    await ask(ben, { categoryId }),
  ];
  const resolve = (number: TicketNumber, when: Date) =>
    moveTicket(db, { viewer: gus, number, from: "open", to: "resolved", at: when });
  await resolve(old, at);
  await resolve(young, new Date("2026-03-02T10:00:00Z"));
  await resolve(reopened, at);
  await replyToTicket(db, { personId: reopened.person.id, source: "page", ...say(), at });
  const late = new Date("2026-03-08T11:00:00Z");
  await closeResolvedTickets(db, { days: 0, at: late });
  expect((await rowOf(old)).status).toBe("resolved");
  await closeResolvedTickets(db, { days: 7, at: late });
  const statuses = await Promise.all([old, young, reopened].map(async (one) => (await rowOf(one)).status));
  expect(statuses).toEqual(["closed", "resolved", "open"]);
  expect(await rowOf(old)).toMatchObject({ closedAt: late, resolvedAt: at });
});

test("people who were added read and write in one ticket, until they are removed", async () => {
  const { ben, cleo, gus } = await cast("ben", "cleo", "gus");
  const number = await ask(ben, { categoryId: await addCategory() });
  const requester = { id: number.person.id, ticketId: number.id, userId: ben.id };
  const add = (email: string) => addTicketPerson(db, { requester, email, language: "en" });
  await Promise.all([add("cleo@example.com"), add("cleo@example.com")]);
  await add("ben@example.com");
  await addTicketPerson(db, { viewer: gus, number, email: "zoe@acme.example", language: "en" });
  expect(await db.$count(ticketPeople)).toBe(3);
  const reader = await findTicketReader(db, { viewer: cleo, secret, number });
  expect(reader).toMatchObject({ isRequester: false });
  await replyToTicket(db, { personId: reader?.id ?? "", source: "page", ...say() });
  await removeTicketPerson(db, { requester, personId: reader?.id ?? "" });
  expect(await findTicketReader(db, { viewer: cleo, secret, number })).toBeUndefined();
  await expect(replyToTicket(db, { personId: reader?.id ?? "", source: "page", ...say() })).rejects.toThrow("notFound");
  // The requester stays.
  await removeTicketPerson(db, { requester, personId: number.person.id });
  expect(await findTicketReader(db, { viewer: ben, secret, number })).toBeDefined();
  for (let i = 0; i < 18; i++) await add(`somebody-${i}@example.org`);
  await add("last@example.org");
  await expect(add("one-too-many@example.org")).rejects.toThrow("tooManyCopies");
});

test("a ticket is rated once it is over, and the last word counts", async () => {
  const { ben, gus } = await cast("ben", "gus");
  const number = await ask(ben, { categoryId: await addCategory() });
  const person = { ticketId: number.id, userId: ben.id };
  await expect(rateTicket(db, { person, rating: 5, text: "" })).rejects.toThrow("ticketNotOver");
  await moveTicket(db, { viewer: gus, number, from: "open", to: "resolved" });
  await rateTicket(db, { person, rating: 2, text: "Slow" });
  await rateTicket(db, { person, rating: 4, text: "" });
  expect(await rowOf(number)).toMatchObject({ rating: 4, ratingText: "" });
});

test("a ticket is new to its people until they have read what the team said", async () => {
  const { ben, gus } = await cast("ben", "gus");
  const number = await ask(ben, { categoryId: await addCategory() });
  const isUnread = async () => (await listOwnTickets(db, ben, { all: false })).tickets[0]?.isUnread;
  expect(await isUnread()).toBe(false);
  await answerTicket(db, { viewer: gus, number, kind: "message", ...say() });
  expect(await isUnread()).toBe(true);
  await noteTicketSeen(db, number.person.id);
  expect(await isUnread()).toBe(false);
});

test("one's own tickets come in pages, the newest first, each once", async () => {
  const { ben, gus } = await cast("ben", "gus");
  const categoryId = await addCategory();
  const made: number[] = [];
  for (let i = 0; i < 23; i++) made.push((await ask(ben, { categoryId, subject: `Ticket ${i}` })).serial);
  // One of which he had added his address to, before it was his account's.
  const [first] = await db.select().from(tickets).where(eq(tickets.serial, 1));
  const person = {
    id: uuid(),
    ticketId: first?.id ?? "",
    role: "copy" as const,
    email: "ben@example.com",
    language: "en",
  };
  await db.insert(ticketPeople).values(person);
  const page = await listOwnTickets(db, ben, { all: false });
  const rest = await listOwnTickets(db, ben, { all: false, before: page.next });
  expect([...page.tickets, ...rest.tickets].map(({ serial }) => serial)).toEqual(made.reverse());
  expect(rest.next).toBeUndefined();
  expect((await listOwnTickets(db, ben, { all: false, q: "ticket 7" })).tickets).toHaveLength(1);
  expect((await listOwnTickets(db, gus, { all: true })).tickets).toEqual([]);
});

test("a post that the agent may see is linked once", async () => {
  const { ben, gus } = await cast("ben", "gus");
  const number = await ask(ben, { categoryId: await addCategory() });
  const about = await post(ben, idea(await addBoard()));
  await linkPostToTicket(db, { viewer: gus, number, post: about });
  await linkPostToTicket(db, { viewer: gus, number, post: about });
  await expect(linkPostToTicket(db, { viewer: gus, number, post: 999 })).rejects.toThrow("postNotFound");
  expect((await happened()).filter((type) => type === "ticket.post_linked")).toHaveLength(1);
});
