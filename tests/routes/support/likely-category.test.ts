import { v7 as uuid } from "uuid";
import { beforeEach, expect, test } from "vitest";
import { learnedCategories, learnedKinds, learnedTerms, learnedTickets } from "#db/schema";
import type { User } from "~/models/core/users/viewer";
import { categorizeTicket, restrictTicket } from "~/models/support/tickets/change-ticket.server";
import { forgetTicketPerson } from "~/models/support/tickets/forget-tickets.server";
import type { OpenedTicket } from "~/models/support/tickets/open-ticket.server";
import { putAwayTicket, restoreTicket } from "~/models/support/tickets/put-away-ticket.server";
import { answerTicket, replyToTicket } from "~/models/support/tickets/say-in-ticket.server";
import { staffTicketPath } from "~/models/support/tickets/ticket-number";
import { useApp } from "../../support/app";
import { signedIn, Visitor, words } from "../../support/browser";
import { cast } from "../../support/cast";
import { db, useDatabase } from "../../support/database";
import { runJobs } from "../../support/jobs";
import { addCategory, ask } from "../../support/tickets";

useDatabase();
useApp();

let people: Record<"ada" | "gus" | "ben", User>;
let other = 0;
let printing = 0;
let login = 0;
let taught: OpenedTicket[] = [];

const asked = {
  printing: ["Paper is stuck in the printer", "My printer eats paper"],
  login: ["I forgot my password", "Password refused"],
};

beforeEach(async () => {
  people = await cast("ada", "gus", "ben");
  other = await addCategory("Other");
  printing = await addCategory("Printing");
  login = await addCategory("Login");
  taught = [];
  for (const [id, subjects] of [
    [printing, asked.printing],
    [login, asked.login],
  ] as const) {
    for (const subject of subjects) {
      const ticket = await ask(people.ben, { categoryId: other, subject, body: "Please help." });
      await categorizeTicket(db, { viewer: people.gus, number: ticket, categoryId: id });
      taught.push(ticket);
    }
  }
  await runJobs();
});

const suggest = async (visitor: Visitor, subject: string, categoryId = "") => {
  const sent = { id: uuid(), subject, body: "", categoryId };
  return JSON.parse((await visitor.post("/support/similar", sent, { Accept: "application/json" })).html);
};

const learned = async () => Promise.all([learnedTickets, learnedTerms, learnedKinds].map((table) => db.$count(table)));

test("what agents put right is proposed to whoever asks, and to the team with the words that speak for it", async () => {
  const guest = new Visitor();
  const found = await suggest(guest, "The paper printer is broken");
  expect(found.sentence).toBe("This sounds like “Printing”.");
  expect(found.html).toContain(`data-value="${printing}"`);
  expect(found.html).not.toContain("Because");
  expect((await suggest(guest, "The paper printer is broken", String(printing))).html).toBe("");
  expect((await suggest(guest, "Кракозябра")).html).toBe("");
  const ticket = await ask(null, { categoryId: other, subject: "No password helps" });
  const agent = await signedIn(people.gus);
  const page = words(await agent.get(staffTicketPath(ticket)));
  expect(page).toMatch(/This sounds like “Login”\. Because of .*password/);
  await agent.post(`${staffTicketPath(ticket)}/change`, { what: "category", value: login });
  expect(words(await agent.get(staffTicketPath(ticket)))).not.toContain("This sounds like");
});

test("it is taken back as exactly as it was learned: by another category, restriction, spam, deletion, and with the account", async () => {
  const { gus, ben } = people;
  const [first, second, third] = taught as [OpenedTicket, OpenedTicket, OpenedTicket];
  const before = await learned();
  await categorizeTicket(db, { viewer: gus, number: first, categoryId: login });
  await runJobs();
  expect((await db.select().from(learnedCategories)).map(({ texts }) => texts).sort()).toEqual([1, 3]);
  await categorizeTicket(db, { viewer: gus, number: first, categoryId: printing });
  await putAwayTicket(db, { viewer: gus, number: second, as: "spam" });
  await restoreTicket(db, { viewer: gus, number: second });
  await runJobs();
  expect(await learned()).toEqual(before);

  await restrictTicket(db, { viewer: people.ada, number: first, isRestricted: true });
  await putAwayTicket(db, { viewer: gus, number: second, as: "deleted" });
  await runJobs();
  expect((await suggest(new Visitor(), "The paper printer is broken")).html).toBe("");
  expect(await db.$count(learnedTickets)).toBe(2);
  await putAwayTicket(db, { viewer: gus, number: third, as: "spam" });
  await runJobs();
  await forgetTicketPerson(db, { id: ben.id, email: null, texts: "removed" });
  expect(await db.$count(learnedTickets)).toBe(0);
  expect(await db.$count(learnedTerms)).toBe(0);
  expect((await db.select().from(learnedKinds)).map(({ terms }) => terms)).toEqual([0, 0, 0]);
});

test("a category that an agent leaves as somebody chose it is learned, once, when they answer", async () => {
  const { gus, ben } = people;
  const answer = (number: OpenedTicket) =>
    answerTicket(db, { viewer: gus, number, id: uuid(), body: "On our way.", kind: "message" });
  const textsOf = async (id: number) =>
    (await db.select().from(learnedCategories)).find(({ categoryId }) => categoryId === id)?.texts;
  const chosen = await ask(ben, { categoryId: printing, subject: "Toner is empty" });
  await replyToTicket(db, { personId: chosen.person.id, source: "page", id: uuid(), body: "Still empty." });
  await runJobs();
  expect(await textsOf(printing)).toBe(2);
  await answer(chosen);
  await answer(chosen);
  // Of a mail nobody has said what it is about.
  await answer(await ask(null, { categoryId: printing, subject: "Unsubscribe", source: "mail" }));
  await runJobs();
  expect(await textsOf(printing)).toBe(3);
  await categorizeTicket(db, { viewer: gus, number: chosen, categoryId: login });
  await runJobs();
  expect([await textsOf(printing), await textsOf(login)]).toEqual([2, 3]);
  await putAwayTicket(db, { viewer: gus, number: chosen, as: "spam" });
  await runJobs();
  expect([await textsOf(printing), await textsOf(login)]).toEqual([2, 2]);
});
