import { and, asc, eq, inArray } from "drizzle-orm";
import fc from "fast-check";
import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { events, supportVips, ticketPeople, tickets, ticketTargets } from "#db/schema";
import type { TicketTargetKind } from "#db/schema/support/promises";
import type { TicketPriority, TicketStatus } from "#db/schema/support/tickets";
import type { User } from "~/models/core/users/viewer";
import { syncTicket } from "~/models/support/freshdesk/hand-over.server";
import { disconnectFreshdesk } from "~/models/support/freshdesk/pause-freshdesk.server";
import type { FreshdeskSettingsRow } from "~/models/support/freshdesk/settings.server";
import { askForRenewal, renewPromises } from "~/models/support/promises/renew-promises.server";
import { watchPromises } from "~/models/support/promises/watch-promises.server";
import { prioritizeTicket } from "~/models/support/tickets/change-ticket.server";
import { mergeTickets, unmergeTicket } from "~/models/support/tickets/merge-tickets.server";
import { moveTicket } from "~/models/support/tickets/move-ticket.server";
import { putAwayTicket, restoreTicket } from "~/models/support/tickets/put-away-ticket.server";
import { answerTicket, replyToTicket } from "~/models/support/tickets/say-in-ticket.server";
import type { TicketNumber } from "~/models/support/tickets/ticket-number";
import { cast } from "../../../support/cast";
import { db, useDatabase } from "../../../support/database";
import { addPolicy, addSchedule } from "../../../support/promises";
import { addCategory, ask } from "../../../support/tickets";

useDatabase();

const hour = 3600;
/** On Monday, 2 November 2026, unless a day is named. */
const at = (text: string): Date => new Date(`${text.includes("T") ? text : `2026-11-02T${text}`}:00Z`);

const rowOf = async (id: string) => {
  const [row] = await db.select().from(tickets).where(eq(tickets.id, id));
  return row ?? expect.fail("There is no such ticket.");
};

const listTargets = async (id: string) =>
  db
    .select()
    .from(ticketTargets)
    .where(eq(ticketTargets.ticketId, id))
    .orderBy(asc(ticketTargets.kind), asc(ticketTargets.startedAt));

async function targetOf(id: string, kind: TicketTargetKind) {
  return (await listTargets(id)).filter((target) => target.kind === kind).at(-1);
}

/** What was told of promised times, in its order, with the time at which it came to be so. */
async function told(ticketId: string): Promise<string[]> {
  const found = await db
    .select({ type: events.type, data: events.data, at: events.createdAt })
    .from(events)
    .where(and(eq(events.ticketId, ticketId), inArray(events.type, ["ticket.at_risk", "ticket.breached"])))
    .orderBy(asc(events.createdAt), asc(events.id));
  return found.map(({ type, data, at }) => `${at.toISOString()} ${type} ${(data as { target: string }).target}`);
}

/** What an agent and the requester do with a ticket, each at a time. */
function actorsOf(gus: User, { id, ...number }: TicketNumber & { id: string }) {
  const say = () => ({ id: uuid(), body: "Please look." });
  return {
    answer: (at: Date, next?: TicketStatus) =>
      answerTicket(db, { viewer: gus, number, ...say(), kind: "message", at, ...(next && { next }) }),
    note: (at: Date) => answerTicket(db, { viewer: gus, number, ...say(), kind: "note", at }),
    reply: async (at: Date) => {
      const [person] = await db.select().from(ticketPeople).where(eq(ticketPeople.ticketId, id));
      await replyToTicket(db, { personId: person?.id ?? "", source: "page", ...say(), at });
    },
    move: async (to: TicketStatus, at: Date) =>
      moveTicket(db, { viewer: gus, number, from: (await rowOf(id)).status, to, at }),
    prioritize: (priority: TicketPriority, at: Date) => prioritizeTicket(db, { viewer: gus, number, priority, at }),
    hide: (at: Date) => putAwayTicket(db, { viewer: gus, number, as: "spam", at }),
    restore: (at: Date) => restoreTicket(db, { viewer: gus, number, at }),
  };
}

test("a first response is owed from creation, by hours of work, and notes do not count", async () => {
  const { ben, gus } = await cast("ben", "gus");
  const categoryId = await addCategory();
  const scheduleId = await addSchedule();
  await addPolicy({}, { scheduleId, firstSeconds: 4 * hour, resolutionSeconds: 16 * hour });
  const ticket = await ask(ben, { categoryId, at: at("15:00") });
  const { note, answer } = actorsOf(gus, ticket);
  expect(await rowOf(ticket.id)).toMatchObject({ dueAt: at("2026-11-03T11:00"), promise: "kept" });
  await note(at("16:00"));
  expect(await targetOf(ticket.id, "first_response")).toMatchObject({ endedAt: null, riskAt: at("2026-11-03T10:00") });
  await answer(at("16:30"));
  expect(await targetOf(ticket.id, "first_response")).toMatchObject({
    ...{ endedAt: at("16:30"), isMet: true, usedSeconds: 1.5 * hour, nextAt: null, breachedAt: null },
  });
  expect(await rowOf(ticket.id)).toMatchObject({ dueAt: at("2026-11-04T15:00") });
});

test("what the team opened for somebody owes no first response, but the next one", async () => {
  const { gus } = await cast("gus");
  const categoryId = await addCategory();
  await addPolicy({}, { firstSeconds: hour, nextSeconds: 2 * hour });
  const guest = { name: "Guest", email: "guest@example.org" };
  const ticket = await ask(gus, { categoryId, guest, source: "staff", at: at("09:00") });
  expect(await listTargets(ticket.id)).toEqual([]);
  const { reply, answer } = actorsOf(gus, ticket);
  await reply(at("10:00"));
  await reply(at("10:30"));
  expect(await rowOf(ticket.id)).toMatchObject({ dueAt: at("12:00") });
  await answer(at("11:00"));
  await reply(at("11:30"));
  expect((await listTargets(ticket.id)).map(({ dueAt, isMet }) => [dueAt, isMet])).toEqual([
    [at("12:00"), true],
    [at("13:30"), false],
  ]);
});

test("the resolution stands still while the ticket waits, and goes on where it is reopened", async () => {
  const { ben, gus } = await cast("ben", "gus");
  const categoryId = await addCategory();
  await addPolicy({}, { resolutionSeconds: 4 * hour });
  const ticket = await ask(ben, { categoryId, at: at("09:00") });
  const { answer, reply } = actorsOf(gus, ticket);
  await answer(at("10:00"), "waiting");
  expect(await rowOf(ticket.id)).toMatchObject({ dueAt: null, promise: "kept" });
  await watchPromises(db, at("20:00"));
  await reply(at("20:00"));
  expect(await rowOf(ticket.id)).toMatchObject({ dueAt: at("23:00") });
  await answer(at("21:00"), "resolved");
  expect(await targetOf(ticket.id, "resolution")).toMatchObject({ isMet: true, usedSeconds: 2 * hour });
  await reply(at("2026-11-03T08:00"));
  expect(await rowOf(ticket.id)).toMatchObject({ dueAt: at("2026-11-03T10:00") });
  expect(await told(ticket.id)).toEqual([]);
});

test("merged tickets and spam stop, and what they come back to goes on", async () => {
  const { ben, gus } = await cast("ben", "gus");
  const categoryId = await addCategory();
  await addPolicy({}, { firstSeconds: 4 * hour });
  const ticket = await ask(ben, { categoryId, at: at("09:00") });
  const into = await ask(ben, { categoryId, at: at("09:30") });
  const { hide, restore } = actorsOf(gus, ticket);
  await mergeTickets(db, { viewer: gus, number: ticket, into, at: at("10:00") });
  expect(await rowOf(ticket.id)).toMatchObject({ dueAt: null, promise: null });
  await watchPromises(db, at("12:00"));
  await unmergeTicket(db, { viewer: gus, number: ticket, at: at("12:00") });
  expect(await rowOf(ticket.id)).toMatchObject({ dueAt: at("15:00") });
  await hide(at("13:00"));
  await restore(at("14:00"));
  expect(await rowOf(ticket.id)).toMatchObject({ dueAt: at("16:00"), promise: "kept" });
  expect(await told(ticket.id)).toEqual([]);
});

test("another priority counts from the same beginning, and what was breached stays so and is told once", async () => {
  const { ben, gus } = await cast("ben", "gus");
  const categoryId = await addCategory("Questions", "low");
  await addPolicy({ priorities: ["urgent"] }, { position: 1, firstSeconds: hour, resolutionSeconds: 4 * hour });
  await addPolicy({}, { position: 2, firstSeconds: 8 * hour, resolutionSeconds: 40 * hour });
  const ticket = await ask(ben, { categoryId, at: at("09:00") });
  const { prioritize, answer } = actorsOf(gus, ticket);
  await prioritize("urgent", at("12:00"));
  expect(await told(ticket.id)).toEqual([
    "2026-11-02T09:45:00.000Z ticket.at_risk first_response",
    "2026-11-02T10:00:00.000Z ticket.breached first_response",
  ]);
  expect(await rowOf(ticket.id)).toMatchObject({ dueAt: at("10:00"), promise: "breached" });
  await prioritize("low", at("12:10"));
  await answer(at("12:20"));
  await prioritize("urgent", at("12:30"));
  await watchPromises(db, at("12:40"));
  expect(await told(ticket.id)).toEqual([
    "2026-11-02T09:45:00.000Z ticket.at_risk first_response",
    "2026-11-02T10:00:00.000Z ticket.breached first_response",
    "2026-11-02T12:00:00.000Z ticket.at_risk resolution",
  ]);
  expect(await targetOf(ticket.id, "first_response")).toMatchObject({ isMet: true, breachedAt: at("10:00") });
});

test("a change of what is promised reaches tickets under way in the background, and those who come first have their own", async () => {
  const { ben } = await cast("ben");
  const categoryId = await addCategory();
  const policyId = await addPolicy({ isVip: true }, { firstSeconds: hour });
  const ticket = await ask(ben, { categoryId, at: at("09:00") });
  expect(await listTargets(ticket.id)).toEqual([]);
  await db.transaction(async (tx) => {
    await tx.insert(supportVips).values({ address: "ben@example.com" });
    await askForRenewal(tx, at("09:10"));
  });
  await renewPromises(db, () => at("09:11"));
  expect(await rowOf(ticket.id)).toMatchObject({ dueAt: at("10:00") });
  expect(await targetOf(ticket.id, "first_response")).toMatchObject({ policyId });
});

test("nothing is promised where Freshdesk is the desk, as long as it is", async () => {
  const { ada, ben } = await cast("ada", "ben");
  const categoryId = await addCategory();
  await addPolicy({}, { firstSeconds: hour });
  const ticket = await ask(ben, { categoryId, at: at("09:00") });
  const settings = { desk: "all", deskCategories: {} } as FreshdeskSettingsRow;
  await syncTicket(db, ticket.id, settings, at("09:01"));
  expect(await rowOf(ticket.id)).toMatchObject({ dueAt: null, promise: null });
  await watchPromises(db, at("11:00"));
  expect(await told(ticket.id)).toEqual([]);
  await disconnectFreshdesk(db, { viewer: ada, keepsLinks: true, at: at("11:00") });
  await renewPromises(db, () => at("11:01"));
  expect(await rowOf(ticket.id)).toMatchObject({ dueAt: at("10:00"), promise: "breached" });
});

// The same worked out minute by minute, of a ticket with two priorities.

const minutes = 60_000;
const promised = { low: { first: 300, next: 240, resolution: 900 }, urgent: { first: 60, next: 48, resolution: 240 } };
type Step = { after: number; what: "answer" | "wait" | "resolve" | "reply" | "low" | "urgent" | "hide" | "watch" };

const step: fc.Arbitrary<Step> = fc.record({
  after: fc.integer({ min: 1, max: 700 }),
  what: fc.constantFrom("answer", "wait", "resolve", "reply", "low", "urgent", "hide", "watch"),
});

const isOpenAt = (moment: number): boolean => {
  const date = new Date(moment);
  return date.getUTCDay() % 6 !== 0 && date.getUTCHours() >= 9 && date.getUTCHours() < 17;
};

interface Owed {
  kind: TicketTargetKind;
  /** Ends of the minutes that counted. */
  counted: number[];
  risk?: number;
  breach?: number;
  isOver: boolean;
}

/** A ticket as one remembers it who looks at the clock each minute. */
class Watched {
  status: TicketStatus = "open";
  priority: "low" | "urgent" = "low";
  isAway = false;
  answeredAt: number | null = null;
  readonly told: string[] = [];
  readonly #owed: Owed[] = [];

  constructor(public now: number) {
    this.owe("first_response");
    this.owe("resolution");
  }

  owe(kind: TicketTargetKind): void {
    const same = this.#owed.find((one) => one.kind === kind && (kind === "resolution" || !one.isOver));
    if (same) same.isOver = false;
    else this.#owed.push({ kind, counted: [], isOver: false });
  }

  end(kind: TicketTargetKind): void {
    for (const one of this.#owed) if (one.kind === kind) one.isOver = true;
  }

  walk(to: number): void {
    for (; this.now < to; this.now += minutes) {
      for (const { kind, counted } of this.#owed) {
        const stops: TicketStatus[] = kind === "resolution" ? ["resolved", "waiting"] : ["resolved"];
        if (isOpenAt(this.now) && !this.isAway && !stops.includes(this.status)) counted.push(this.now + minutes);
      }
      this.look(this.now + minutes);
    }
  }

  /** Tells what has come to be so before this moment. */
  look(before: number): void {
    for (const one of this.#owed.filter(({ isOver }) => !isOver)) {
      const whole = promised[this.priority][one.kind.split("_")[0] as keyof (typeof promised)["low"]];
      const reached = (part: number) => one.counted.slice(part - 1, part).find((moment) => moment < before);
      const risk = reached(Math.floor(whole * 0.75));
      if (risk && !one.risk && !one.breach) this.#tell("at_risk", one, (one.risk = risk));
      const breach = reached(whole);
      if (breach && !one.breach) this.#tell("breached", one, (one.breach = breach));
    }
  }

  #tell(what: string, { kind }: { kind: string }, moment: number): void {
    this.told.push(`${new Date(moment).toISOString()} ticket.${what} ${kind}`);
  }
}

test("random histories end with what somebody tells who looks at the clock each minute", async () => {
  const { ben, gus } = await cast("ben", "gus");
  const categoryId = await addCategory("Questions", "low");
  const scheduleId = await addSchedule();
  const seconds = ({ first, next, resolution }: (typeof promised)["low"]) => ({
    ...{ firstSeconds: first * 60, nextSeconds: next * 60, resolutionSeconds: resolution * 60 },
  });
  await addPolicy({ priorities: ["urgent"] }, { position: 1, scheduleId, ...seconds(promised.urgent) });
  await addPolicy({}, { position: 2, scheduleId, ...seconds(promised.low) });

  async function live(steps: Step[]): Promise<{ told: string[]; wanted: string[] }> {
    const start = at("08:30");
    const ticket = await ask(ben, { categoryId, at: start });
    const actors = actorsOf(gus, ticket);
    const watched = new Watched(+start);
    for (const { after, what } of steps) {
      watched.walk(watched.now + after * minutes);
      const now = new Date(watched.now);
      const isOver = watched.status === "resolved";
      if (what === "watch") await watchPromises(db, now);
      else if (what === "hide") {
        await (watched.isAway ? actors.restore(now) : actors.hide(now));
        watched.isAway = !watched.isAway;
      } else if (watched.isAway) continue;
      else if (what === "low" || what === "urgent") {
        await actors.prioritize(what, now);
        watched.priority = what;
        watched.look(watched.now);
      } else if (what === "reply") {
        await actors.reply(now);
        if (watched.answeredAt) watched.owe("next_response");
        if (watched.status !== "in_progress") watched.status = "open";
        watched.owe("resolution");
      } else {
        const next = what === "answer" ? undefined : what === "wait" ? "waiting" : "resolved";
        if (isOver && next === "waiting") continue;
        await actors.answer(now, next);
        watched.answeredAt ??= watched.now;
        watched.end("first_response");
        watched.end("next_response");
        watched.status = next ?? (watched.status === "open" ? "in_progress" : watched.status);
        if (watched.status === "resolved") watched.end("resolution");
      }
    }
    watched.walk(watched.now + 900 * minutes);
    await watchPromises(db, new Date(watched.now));
    return { told: (await told(ticket.id)).sort(), wanted: watched.told.sort() };
  }

  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      const { told, wanted } = await live(steps);
      expect(told).toEqual(wanted);
    }),
    { numRuns: Number(process.env.PROMISE_RUNS ?? 6), endOnFailure: true },
  );
});
