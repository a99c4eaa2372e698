import { eq, inArray } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import {
  deliveries,
  freshdeskHandovers,
  freshdeskWrites,
  ticketCategories,
  ticketMessages,
  tickets,
  users,
} from "#db/schema";
import type { TicketStatus } from "#db/schema/support/tickets";
import type { User } from "~/models/core/users/viewer";
import { openWrites } from "~/models/support/freshdesk/open-writes.server";
import { saveFreshdeskSettings } from "~/models/support/freshdesk/save-settings.server";
import { freshdeskDraft } from "~/models/support/freshdesk/settings-draft";
import { restrictTicket } from "~/models/support/tickets/change-ticket.server";
import { mergeTickets } from "~/models/support/tickets/merge-tickets.server";
import { moveTicket, solveTicket } from "~/models/support/tickets/move-ticket.server";
import type { OpenedTicket } from "~/models/support/tickets/open-ticket.server";
import { rateTicket } from "~/models/support/tickets/rate-ticket.server";
import { answerTicket, replyToTicket } from "~/models/support/tickets/say-in-ticket.server";
import { staffTicketPath, ticketPath, writeTicketNumber } from "~/models/support/tickets/ticket-number";
import type { FreshdeskOptions } from "../../../fakes/freshdesk/freshdesk";
import { origin, useApp } from "../../support/app";
import { signedIn, words } from "../../support/browser";
import { cast } from "../../support/cast";
import { db, useDatabase } from "../../support/database";
import { openDesk } from "../../support/freshdesk/desk";
import { addCategory, ask } from "../../support/tickets";

useDatabase();
const secret = "what automation rules send along";
useApp({
  FRESHDESK_DOMAIN: "acme.freshdesk.com",
  FRESHDESK_API_KEY: "a key",
  FRESHDESK_WEBHOOK_SECRET: secret,
});

/** A portal whose desk is Freshdesk, with Ben who asks, Gus of the team here, and automation rules that call us. */
async function stage(settings: object = {}, options?: FreshdeskOptions) {
  const desk = await openDesk(options);
  const people = await cast("ben", "gus", "ada");
  const categoryId = await addCategory();
  const draft = freshdeskDraft.parse({
    setsTags: false,
    addressField: null,
    looksInNotes: false,
    desk: "all",
    ...settings,
  });
  await saveFreshdeskSettings(db, { viewer: people.ada, draft, at: desk.now() });
  desk.freshdesk.onWebhook(`${origin()}/hooks/freshdesk`, secret);
  const { freshdesk } = desk;
  const waitForTheirTime = () => db.$count(freshdeskWrites, inArray(freshdeskWrites.state, [...openWrites]));
  return {
    ...people,
    ...{ freshdesk, desk, categoryId },
    /** Does whatever follows, on both sides. */
    async settle() {
      for (let i = 0; i < 3; i++) {
        await desk.work();
        await freshdesk.settle();
      }
      await desk.work();
    },
    /** The same, so much later that nothing waits for its time any more. */
    async settleLater() {
      for (let i = 0; i < 2 || (i < 6 && (await waitForTheirTime()) > 0); i++) {
        desk.pass(90);
        await desk.ring("send-to-freshdesk");
        await freshdesk.settle();
        await desk.work();
      }
    },
    ask: (viewer: User = people.ben, body?: string) => ask(viewer, { categoryId, body, at: desk.now() }),
    all: () => [...freshdesk.account.tickets.values()],
    numberOf: async ({ id }: OpenedTicket): Promise<number> => {
      const [found] = await db.select().from(freshdeskHandovers).where(eq(freshdeskHandovers.ticketId, id));
      return found?.number ?? 0;
    },
    [Symbol.asyncDispose]: () => desk[Symbol.asyncDispose](),
  };
}

const statusOf = async ({ id }: OpenedTicket): Promise<TicketStatus | undefined> =>
  (await db.select({ status: tickets.status }).from(tickets).where(eq(tickets.id, id)))[0]?.status;

const said = async ({ id }: OpenedTicket) =>
  (
    await db
      .select()
      .from(ticketMessages)
      .where(eq(ticketMessages.ticketId, id))
      .orderBy(ticketMessages.createdAt, ticketMessages.id)
  ).map(({ bodyMarkdown }) => bodyMarkdown);

const reply = (ticket: OpenedTicket, body: string, at: Date) =>
  replyToTicket(db, { personId: ticket.person.id, id: uuid(), body, source: "page", at });

const mailsOf = async (kind: "ticket-received" | "ticket-answer" | "ticket-resolved") =>
  (await db.select({ to: deliveries.to }).from(deliveries).where(eq(deliveries.kind, kind))).map(({ to }) => to);

test("a ticket goes to Freshdesk with its number, category and priority, and what follows on either side comes over", async () => {
  const billing = { type: "Question", group: 1 };
  await using stand = await stage({ numberField: "cf_portal_reference" });
  const { freshdesk, settle, ben, gus, ada, desk } = stand;
  const draft = { setsTags: false, addressField: null, looksInNotes: false, desk: "all" };
  await saveFreshdeskSettings(db, {
    viewer: ada,
    draft: freshdeskDraft.parse({
      ...draft,
      numberField: "cf_portal_reference",
      deskCategories: { [stand.categoryId]: billing },
    }),
    at: desk.now(),
  });
  const ticket = await stand.ask(ben, "Nothing <b>comes</b> out.");
  await settle();
  const number = await stand.numberOf(ticket);
  expect(stand.all()).toHaveLength(1);
  expect(freshdesk.ticket(number)).toMatchObject({
    ...{ subject: "It does not print", status: 2, priority: 2, type: "Question", group_id: 1 },
    custom_fields: { cf_portal_reference: writeTicketNumber(ticket) },
  });
  expect(freshdesk.ticket(number).tags).toContain(writeTicketNumber(ticket));
  const contact = freshdesk.account.contacts.get(freshdesk.ticket(number).requester_id);
  expect(contact).toMatchObject({ email: "ben@example.com", unique_external_id: ben.id });

  freshdesk.reply(number, "<p>Is it <b>plugged</b> in?</p><p>And on?</p>");
  freshdesk.addNote(number, "<p>Between us: he never plugs it in.</p>");
  freshdesk.setStatus(number, 3);
  await settle();
  expect(await said(ticket)).toEqual(["Nothing <b>comes</b> out.", "Is it plugged in?  \n  \nAnd on?"]);
  expect(await statusOf(ticket)).toBe("waiting");
  expect(await mailsOf("ticket-answer")).toEqual(["ben@example.com"]);
  const page = await (await signedIn(ben)).get(ticketPath(ticket));
  expect(words(page)).toContain("And on?");
  expect(page.html).not.toContain("Between us");

  await reply(ticket, "It is.", desk.now());
  await settle();
  expect(freshdesk.ticket(number).status).toBe(2);
  expect(freshdesk.conversations(number).at(-1)).toMatchObject({
    ...{ private: false, incoming: true, user_id: contact?.id },
    body: expect.stringContaining("It is."),
  });
  await answerTicket(db, {
    viewer: gus,
    number: ticket,
    id: uuid(),
    body: "Then we come.",
    kind: "message",
    at: desk.now(),
  });
  await answerTicket(db, {
    viewer: gus,
    number: ticket,
    id: uuid(),
    body: "He is rude.",
    kind: "note",
    at: desk.now(),
  });
  await settle();
  expect(freshdesk.conversations(number).at(-1)).toMatchObject({
    ...{ private: false, incoming: false },
    body: expect.stringMatching(/Gus.*Then we come\./),
  });
  expect(JSON.stringify(freshdesk.conversations(number))).not.toContain("He is rude.");

  freshdesk.customerReply(number, "<p>By mail: thanks.</p>");
  freshdesk.setStatus(number, 4);
  await settle();
  expect(await said(ticket)).toContain("By mail: thanks.");
  expect(await statusOf(ticket)).toBe("resolved");
  await reply(ticket, "It broke again.", desk.now());
  await solveTicket(db, { person: { ticketId: ticket.id, userId: ben.id }, at: desk.now() });
  await settle();
  expect(freshdesk.ticket(number).status).toBe(4);
  expect(await said(ticket)).toHaveLength(7);
  expect(freshdesk.account.mails, "Freshdesk has mailed its own reply alone").toHaveLength(1);
  expect(await mailsOf("ticket-received")).toEqual(["ben@example.com"]);
});

test.each([20, 3600])("a requester whose address is another %i seconds later has one ticket there", async (seconds) => {
  await using stand = await stage();
  const { freshdesk, settle, desk, ben } = stand;
  freshdesk.faults.plan(["cut-after-commit"], { method: "POST", path: "/tickets" });
  const ticket = await stand.ask(ben);
  await settle();
  await db.update(users).set({ email: "ben@new.example" }).where(eq(users.id, ben.id));
  await freshdesk.clock.advance(seconds * 1000);
  await desk.ring("send-to-freshdesk");
  expect(stand.all()).toHaveLength(1);
  expect(await stand.numberOf(ticket)).toBe(stand.all()[0]?.id);
});

test.each(["cut-after-commit", "cut-before-commit", "server-error"] as const)(
  "with calls that go wrong (%s), everything is there once",
  async (fault) => {
    await using stand = await stage();
    const { freshdesk, settle, settleLater, desk } = stand;
    freshdesk.faults.plan([fault], { method: "POST", path: "/tickets" });
    const ticket = await stand.ask();
    await settle();
    await settleLater();
    const number = await stand.numberOf(ticket);
    expect(stand.all()).toHaveLength(1);
    freshdesk.faults.plan([fault], { method: "POST", path: "/notes" });
    freshdesk.faults.plan([fault], { method: "PUT" });
    await reply(ticket, "Hello?", desk.now());
    await solveTicket(db, { person: { ticketId: ticket.id, userId: null }, at: desk.now() });
    await settle();
    await settleLater();
    await settleLater();
    expect(freshdesk.conversations(number).filter(({ body }) => body.includes("Hello?"))).toHaveLength(1);
    expect(freshdesk.ticket(number).status).toBe(4);
    expect(await said(ticket)).toHaveLength(2);
    expect(await statusOf(ticket)).toBe("resolved");
  },
);

test("lost, doubled and late calls of Freshdesk do no harm, and jobs that are done twice do nothing twice", async () => {
  await using stand = await stage();
  const { freshdesk, settle, desk } = stand;
  const ticket = await stand.ask();
  await settle();
  const number = await stand.numberOf(ticket);
  freshdesk.faults.planWebhooks("doubled", "reordered", "lost");
  freshdesk.reply(number, "<p>One.</p>");
  freshdesk.reply(number, "<p>Two.</p>");
  freshdesk.setStatus(number, 4);
  await settle();
  expect(await said(ticket)).toEqual(["Nothing comes out.", "One.", "Two."]);
  freshdesk.faults.planWebhooks("lost", "lost");
  freshdesk.reply(number, "<p>Three.</p>");
  freshdesk.setStatus(number, 4);
  await settle();
  await desk.ring("reconcile-freshdesk");
  await desk.ring("reconcile-freshdesk");
  expect(await said(ticket)).toEqual(["Nothing comes out.", "One.", "Two.", "Three."]);
  expect(await statusOf(ticket)).toBe("resolved");
  expect(await mailsOf("ticket-answer")).toHaveLength(3);
  expect(await mailsOf("ticket-resolved")).toHaveLength(1);
});

test("Freshdesk away: the requester has their number, and the queue catches up; refused: it stays here", async () => {
  await using stand = await stage();
  const { freshdesk, settle, settleLater, ben, ada } = stand;
  const page = async (ticket: OpenedTicket) => words(await (await signedIn(ben)).get(ticketPath(ticket)));
  freshdesk.faults.chances({ calls: { "server-error": 1 } });
  const ticket = await stand.ask();
  await settle();
  expect(stand.all()).toEqual([]);
  expect(await page(ticket)).toContain("being handed to our support team");
  freshdesk.faults.stop();
  await settleLater();
  expect(stand.all()).toHaveLength(1);
  expect(await page(ticket)).not.toContain("being handed to our support team");

  const [severity] = freshdesk.account.fields.filter(({ name }) => name === "cf_severity");
  Object.assign(severity ?? {}, { required_for_agents: true });
  const refused = await stand.ask();
  await reply(refused, "Hello?", stand.desk.now());
  await settle();
  expect(stand.all()).toHaveLength(1);
  const staff = await signedIn(ada);
  expect(words(await staff.get("/staff/freshdesk"))).toMatch(/cf_severity/);
  expect(words(await staff.get(staffTicketPath(refused)))).toContain("Freshdesk refused something of it");
  Object.assign(severity ?? {}, { required_for_agents: false });
  const [write] = await db.select().from(freshdeskWrites).where(eq(freshdeskWrites.state, "refused"));
  await staff.post(`/staff/freshdesk/writes/${write?.id}/again`, {});
  await settle();
  expect(stand.all()).toHaveLength(2);
  expect(freshdesk.conversations(await stand.numberOf(refused))).toHaveLength(1);
});

test("restricted tickets and internal notes stay here; beside ours, only chosen categories go there", async () => {
  await using stand = await stage();
  const { freshdesk, settle, ada, desk } = stand;
  const restricted = await stand.ask();
  const at = desk.now();
  await restrictTicket(db, { viewer: ada, number: restricted, isRestricted: true, at });
  await settle();
  expect(stand.all()).toEqual([]);
  const open = await stand.ask();
  await settle();
  await restrictTicket(db, { viewer: ada, number: open, isRestricted: true, at: desk.now() });
  await reply(open, "My password is hunter2.", desk.now());
  await moveTicket(db, { viewer: ada, number: open, from: "open", to: "resolved", at: desk.now() });
  await settle();
  expect(freshdesk.conversations(await stand.numberOf(open))).toEqual([]);
  expect(freshdesk.ticket(await stand.numberOf(open)).status).toBe(2);
  expect(stand.all()).toHaveLength(1);
  await restrictTicket(db, { viewer: ada, number: open, isRestricted: false, at: desk.now() });
  await settle();
  expect(freshdesk.conversations(await stand.numberOf(open)), "what was said meanwhile").toHaveLength(1);

  const [other] = await db
    .insert(ticketCategories)
    .values({ names: { en: "Law" }, usualPriority: "low", position: 2 })
    .returning();
  const draft = { setsTags: false, addressField: null, looksInNotes: false, desk: "some" };
  const deskCategories = { [stand.categoryId]: { goes: true } };
  await saveFreshdeskSettings(db, { viewer: ada, draft: freshdeskDraft.parse({ ...draft, deskCategories }), at });
  await ask(stand.ben, { categoryId: other?.id ?? 0, at });
  await stand.ask();
  await settle();
  expect(stand.all()).toHaveLength(2);
});

test("ratings and merges of either side come over, once, and only within what one requester asked", async () => {
  await using stand = await stage();
  const { freshdesk, settle, desk, ben, gus } = stand;
  const [first, second, third] = [await stand.ask(), await stand.ask(), await stand.ask()];
  const guests = await ask(null, { categoryId: stand.categoryId, at: desk.now() });
  await settle();
  const person = { ticketId: first.id, userId: ben.id };
  await solveTicket(db, { person, at: desk.now() });
  await rateTicket(db, { person, rating: 4, text: "Nice", at: desk.now() });
  await settle();
  const number = await stand.numberOf(first);
  const ratings = () =>
    freshdesk.account.ratings.map(({ ticket_id, rating, feedback }) => [ticket_id, rating, feedback]);
  expect(ratings()).toEqual([[number, 101, "Nice"]]);
  freshdesk.faults.plan(["cut-after-commit"], { method: "POST", path: "/satisfaction_ratings" });
  desk.pass(2);
  await rateTicket(db, { person, rating: 2, text: "", at: desk.now() });
  await settle();
  await stand.settleLater();
  expect(ratings()).toEqual([
    [number, 101, "Nice"],
    [number, -101, ""],
  ]);
  await desk.ring("reconcile-freshdesk");
  const rated = async () => (await db.select().from(tickets).where(eq(tickets.id, first.id)))[0];
  expect(await rated()).toMatchObject({ rating: 2, ratingText: "" });
  await freshdesk.clock.advance(200_000);
  freshdesk.answerSurvey(number, 103, "Well after all");
  await desk.ring("reconcile-freshdesk");
  await desk.ring("reconcile-freshdesk");
  expect(await rated()).toMatchObject({ rating: 5, ratingText: "Well after all" });
  expect(ratings()).toHaveLength(3);

  freshdesk.faults.plan(["cut-after-commit"], { method: "PUT", path: "/tickets/merge" });
  await mergeTickets(db, { viewer: gus, number: second, into: third, at: desk.now() });
  await settle();
  await stand.settleLater();
  expect(freshdesk.ticket(await stand.numberOf(second))).toMatchObject({
    status: 5,
    merged_into: await stand.numberOf(third),
  });
  await reply(second, "Is it the same?", desk.now());
  await settle();
  expect(JSON.stringify(freshdesk.conversations(await stand.numberOf(third)))).toContain("Is it the same?");
  const mergedInto = async ({ id }: OpenedTicket) =>
    (await db.select({ into: tickets.mergedInto }).from(tickets).where(eq(tickets.id, id)))[0]?.into;
  freshdesk.mergeTickets(await stand.numberOf(third), [number, await stand.numberOf(guests)]);
  await settle();
  expect(await mergedInto(first)).toBe(third.id);
  expect(await mergedInto(guests), "a guest would read what Ben wrote").toBeNull();
  expect(await statusOf(third)).toBe("open");
});

test("what customers open in Freshdesk is there once here, for them to read and answer", async () => {
  await using stand = await stage();
  const { freshdesk, settle, desk, ben } = stand;
  freshdesk.faults.planWebhooks("doubled");
  const { id } = freshdesk.createTicket({
    ...{ email: "ben@example.com", subject: "By mail", description: "<p>It smokes.</p>", status: 3 },
  });
  freshdesk.createTicket({ email: "ben@example.com", subject: "Old", description: "<p>x</p>", created_at: 1 } as never);
  await settle();
  await desk.ring("reconcile-freshdesk");
  const found = await db.select().from(tickets);
  expect(found.filter(({ subject }) => subject === "By mail")).toMatchObject([
    { source: "freshdesk", status: "waiting" },
  ]);
  const [ticket] = found as never as [OpenedTicket];
  expect(await mailsOf("ticket-received")).toEqual([]);
  const page = await (await signedIn(ben)).get(ticketPath(ticket));
  expect(words(page)).toContain("It smokes.");
  await (await signedIn(ben)).post(`${ticketPath(ticket)}/messages`, { id: uuid(), body: "And it burns." });
  await settle();
  expect(freshdesk.conversations(id).map(({ body }) => body)).toEqual([expect.stringContaining("And it burns.")]);
  expect(stand.all()).toHaveLength(2);
});
