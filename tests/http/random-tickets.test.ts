import { and, asc, eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { deliveries, events, numbering, ticketMessages, ticketPeople, tickets, users } from "#db/schema";
import type { TicketStatus } from "#db/schema/support/tickets";
import { exportPersonalData } from "~/models/admin/personal-data/export.server";
import { mayHandleTickets } from "~/models/core/users/policy";
import type { User } from "~/models/core/users/viewer";
import { ticketKeyFor } from "~/models/support/tickets/keys.server";
import { staffTicketPath, ticketPath } from "~/models/support/tickets/ticket-number";
import { askApi, tokenOf } from "../support/api";
import { secret, useApp } from "../support/app";
import { signedIn, Visitor } from "../support/browser";
import { cast } from "../support/cast";
import { db, useDatabase } from "../support/database";
import { type DeskPeople, deskNames, deskStep, marks, playDesk } from "../support/desk-steps";
import { empty } from "../support/emptying";
import { inbound, runMailJobs } from "../support/incoming";
import { addCategory } from "../support/tickets";

useDatabase();
useApp({ ...inbound, RATE_LIMITS: "off" });

/** What the design document says, not what the code under test does. */
const moves: Record<TicketStatus, TicketStatus[]> = {
  open: ["in_progress", "waiting", "resolved", "closed"],
  in_progress: ["open", "waiting", "resolved", "closed"],
  waiting: ["open", "in_progress", "resolved", "closed"],
  resolved: ["open", "in_progress", "closed"],
  closed: [],
};

async function expectNumbersWithoutGap(): Promise<void> {
  const serials = (await db.select().from(tickets).orderBy(tickets.serial)).map(({ serial }) => serial);
  expect(serials, "a gap in the numbers").toEqual(serials.map((_, i) => i + 1));
  const year = new Date().getUTCFullYear();
  const [row] = await db
    .select()
    .from(numbering)
    .where(eq(numbering.name, `ticket-${year}`));
  expect(row?.last ?? 0).toBe(serials.length);
}

async function expectLegalMoves(): Promise<void> {
  for (const ticket of await db.select().from(tickets)) {
    const isOfIt = and(eq(events.ticketId, ticket.id), eq(events.type, "ticket.moved"));
    let status: TicketStatus = "open";
    for (const { data } of await db.select().from(events).where(isOfIt).orderBy(asc(events.id))) {
      const { from, to } = data as { from: TicketStatus; to: TicketStatus };
      expect(from).toBe(status);
      expect(moves[from], `${from} to ${to}`).toContain(to);
      status = to;
    }
    expect(ticket.status).toBe(status);
    const isOver = status === "resolved" || status === "closed";
    expect(isOver === (ticket.resolvedAt !== null), `${status} and its time`).toBe(true);
  }
}

type Row = typeof tickets.$inferSelect;
type Person = typeof ticketPeople.$inferSelect & { address: string };

/** All there is, as it lies in the database. */
async function readDesk() {
  const rows = new Map((await db.select().from(tickets)).map((row) => [row.id, row]));
  const accounts = new Map((await db.select().from(users)).map(({ id, email }) => [id, email]));
  const people = (await db.select().from(ticketPeople)).map((one) => ({
    ...one,
    address: accounts.get(one.userId ?? "") ?? one.email ?? "",
  }));
  return { rows, people, messages: await db.select().from(ticketMessages) };
}

type Desk = Awaited<ReturnType<typeof readDesk>>;

const isStanding = ({ deletedAt, spamAt }: Row) => deletedAt === null && spamAt === null;

/** The ticket that one of a ticket's people reads; undefined where they read none. */
function homeOf({ rows }: Desk, { ticketId, role, removedAt }: Person): Row | undefined {
  const ticket = rows.get(ticketId);
  if (!ticket || removedAt || !isStanding(ticket)) return;
  const home = role === "requester" ? rows.get(ticket.mergedInto ?? ticket.id) : ticket;
  return home && isStanding(home) ? home : undefined;
}

const marksIn = (text: string): string[] => text.match(marks) ?? [];

/** Of a ticket, and of those that are part of it: what its people are told, and what the team alone is. */
function saidIn({ rows, messages }: Desk, home: Row) {
  const isPart = (ticketId: string) => {
    const ticket = rows.get(ticketId);
    return ticketId === home.id || (ticket?.mergedInto === home.id && isStanding(ticket));
  };
  const said = messages.filter(({ ticketId }) => isPart(ticketId));
  const words = (kinds: string[]) =>
    said.filter(({ kind }) => kinds.includes(kind)).flatMap(({ bodyMarkdown }) => marksIn(bodyMarkdown));
  return { public: words(["message"]), inside: words(["message", "note", "held"]) };
}

/** What one of the people may read, in all that they are asked to. */
function readableByPeople(desk: Desk, isThey: (person: Person) => boolean): Set<string> {
  const seen = new Set<string>();
  for (const person of desk.people.filter(isThey)) {
    const home = homeOf(desk, person);
    const own = desk.rows.get(person.ticketId);
    if (!home || !own) continue;
    for (const mark of saidIn(desk, home).public) seen.add(mark);
    for (const mark of marksIn(home.subject + own.subject)) seen.add(mark);
  }
  return seen;
}

/** What somebody of the team may read: all but what is restricted and neither theirs nor an administrator's to read. */
function readableByTeam(desk: Desk, viewer: User): Set<string> {
  const seen = new Set<string>();
  for (const ticket of desk.rows.values()) {
    if (ticket.isRestricted && ticket.assigneeId !== viewer.id && viewer.role !== "admin") continue;
    const { subject, ratingText } = ticket;
    for (const mark of [...saidIn(desk, ticket).inside, ...marksIn(subject + ratingText)]) seen.add(mark);
  }
  return seen;
}

/** What is somebody's own, whatever became of it: what they wrote, and what the tickets are called that they were in. */
function ownWords({ rows, people, messages }: Desk, { id }: User): Set<string> {
  const theirs = people.filter(({ userId, address }) => userId === id || address === emails.get(id));
  const isTheirs = (personId: string | null) => theirs.some((person) => person.id === personId);
  const written = messages.filter(({ agentId, personId }) => agentId === id || isTheirs(personId));
  const subjects = theirs.map(({ ticketId }) => rows.get(ticketId)?.subject ?? "");
  const ratings = theirs
    .filter(({ role }) => role === "requester")
    .map(({ ticketId }) => rows.get(ticketId)?.ratingText ?? "");
  return new Set([...written.map(({ bodyMarkdown }) => bodyMarkdown), ...subjects, ...ratings].flatMap(marksIn));
}

let emails = new Map<string, string>();

/** Throws where a text has a word that its reader may not know. */
function expectOnly(allowed: Set<string>, text: string, where: string): void {
  expect(
    [...new Set(marksIn(text))].filter((mark) => !allowed.has(mark)),
    `shown at ${where}`,
  ).toEqual([]);
}

const allStatuses = Object.keys(moves).map((status) => `status=${status}`);

async function expectPrivatePages(desk: Desk, viewer: User): Promise<void> {
  const isTeam = mayHandleTickets(viewer);
  const isThey = ({ userId, address }: Person) => userId === viewer.id || address === emails.get(viewer.id);
  const inPeople = readableByPeople(desk, isThey);
  const allowed = new Set([...inPeople, ...(isTeam ? readableByTeam(desk, viewer) : [])]);
  const [visitor, token] = [await signedIn(viewer), await tokenOf(viewer)];
  const look = async (path: string, may: Set<string>) => {
    const page = await visitor.get(path);
    expectOnly(may, page.html, `${path} to ${viewer.name}`);
    return page.status;
  };
  const program = async (path: string) => {
    const { status, body } = await askApi(path, { token });
    expectOnly(allowed, JSON.stringify(body), `${path} to ${viewer.name}`);
    return { status, body };
  };
  await look("/support?show=all", inPeople);
  await look("/me/notifications", allowed);
  if (isTeam) await look(`/staff/support?${allStatuses.join("&")}`, allowed);
  const listed = (await program("/api/support/tickets?limit=100")).body.tickets;
  for (const ticket of desk.rows.values()) {
    const isTheirs = desk.people.some((one) => isThey(one) && one.ticketId === ticket.id && homeOf(desk, one));
    const status = await look(ticketPath(ticket), inPeople);
    expect(status, `${ticketPath(ticket)} to ${viewer.name}`).toBe(isTheirs ? 200 : 404);
    if (isTeam) await look(staffTicketPath(ticket), allowed);
    if (isTeam || isTheirs) await program(`/api/support/tickets/${ticket.id}`);
  }
  // Whoever searches learns of nothing either: what they may not read, they do not find.
  const known = new Set(marksIn(JSON.stringify(listed)));
  const hidden = desk.messages
    .flatMap(({ bodyMarkdown }) => marksIn(bodyMarkdown))
    .filter((mark) => !allowed.has(mark));
  for (const mark of hidden.slice(0, 4)) {
    const { body } = await program(`/api/support/tickets?search=${mark}`);
    expect(body.tickets, `${mark} found by ${viewer.name}, who knows ${[...known]}`).toEqual([]);
    if (!isTeam) continue;
    const { document } = await visitor.get(`/staff/support?${allStatuses.join("&")}&q=${mark}`);
    expect(document.querySelectorAll("main a[href*='/staff/support/ST-']"), `${mark} by ${viewer.name}`).toHaveLength(
      0,
    );
  }
  const pieces: string[] = [];
  for await (const piece of exportPersonalData(db, viewer)) pieces.push(piece);
  expectOnly(ownWords(desk, viewer), pieces.join(""), `what is ${viewer.name}'s own`);
}

async function expectPrivateLinks(desk: Desk): Promise<void> {
  const guest = new Visitor();
  for (const person of desk.people.filter(({ userId }) => userId === null)) {
    const ticket = desk.rows.get(person.ticketId) as Row;
    const key = ticketKeyFor(secret, person);
    const home = homeOf(desk, person);
    const allowed = readableByPeople(desk, ({ id }) => id === person.id);
    const page = await guest.get(`${ticketPath(ticket)}?key=${key}`);
    expect(page.status).toBe(home ? 200 : 404);
    expectOnly(allowed, page.html, `the link of ${person.address}`);
    const stale = ticketKeyFor(secret, { ...person, keyVersion: person.keyVersion - 1 });
    expect((await guest.get(`${ticketPath(ticket)}?key=${stale}`)).status, "a revoked link").toBe(404);
    for (const other of desk.rows.values()) {
      if (other.id === ticket.id) continue;
      expect((await guest.get(`${ticketPath(other)}?key=${key}`)).status, "a link of another ticket").toBe(404);
    }
  }
}

/** A mail brings what its reader may know to an address that is, or was, one of the ticket's. */
async function expectPrivateMails(desk: Desk): Promise<void> {
  for (const { to, subject, text, html, ticketMessageId, kind } of await db.select().from(deliveries)) {
    const message = desk.messages.find(({ id }) => id === ticketMessageId);
    const asked = desk.rows.get(message?.ticketId ?? "");
    const isConcerned = ({ id, mergedInto }: Row) =>
      id === asked?.id || id === asked?.mergedInto || mergedInto === asked?.id;
    const theirs = desk.people.filter(({ address }) => address === to).map(({ ticketId }) => desk.rows.get(ticketId));
    const isOfIt = theirs.some((ticket) => ticket && isConcerned(ticket));
    const isPublic = message?.kind === "message" && isOfIt;
    const subjects = [...theirs, asked].map((ticket) => ticket?.subject ?? "").join(" ");
    const allowed = isPublic ? marksIn(message.bodyMarkdown + subjects) : marksIn(subjects);
    expectOnly(new Set(allowed), `${subject} ${text} ${html}`, `${kind} mailed to ${to}`);
  }
}

const runs = Number(process.env.DESK_RUNS) || 2;
const seed = Number(process.env.SEED) || undefined;

test(
  "whatever happens to tickets, numbers and moves are true, and nobody reads what is not theirs",
  async () => {
    let [shown, turn] = [0, 0];
    await fc.assert(
      fc.asyncProperty(fc.array(deskStep, { minLength: 40, maxLength: 70 }), async (steps) => {
        await empty(db);
        const people: DeskPeople = await cast(...deskNames);
        emails = new Map(deskNames.map((name) => [people[name].id, `${name}@example.com`]));
        const categoryId = await addCategory();
        await playDesk(steps.slice(0, steps.length / 2), people, categoryId);
        await runMailJobs();
        await playDesk(steps.slice(steps.length / 2), people, categoryId);
        await runMailJobs();
        await expectNumbersWithoutGap();
        await expectLegalMoves();
        const desk = await readDesk();
        // Half of them look each time, the other half the next time.
        turn += 1;
        for (const [i, name] of deskNames.entries())
          if (i % 2 === turn % 2) await expectPrivatePages(desk, people[name]);
        await expectPrivateLinks(desk);
        await expectPrivateMails(desk);
        shown += desk.messages.length;
      }),
      {
        numRuns: runs,
        seed,
        endOnFailure: runs === 2,
        interruptAfterTimeLimit: runs * 20_000,
        markInterruptAsFailure: false,
      },
    );
    expect(shown, "little happened").toBeGreaterThan(5 * runs);
  },
  runs * 30_000,
);
