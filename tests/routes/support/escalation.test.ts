import { expect, test } from "vitest";
import {
  deliveries,
  escalationRequests,
  events,
  notifications,
  supportTierMembers,
  supportTiers,
  tickets,
} from "#db/schema";
import { acceptEscalation } from "~/models/support/escalations/answer-escalation.server";
import { assignTicket } from "~/models/support/tickets/change-ticket.server";
import { ticketKeyFor } from "~/models/support/tickets/keys.server";
import { mergeTickets, unmergeTicket } from "~/models/support/tickets/merge-tickets.server";
import { moveTicket } from "~/models/support/tickets/move-ticket.server";
import { staffTicketPath, ticketPath } from "~/models/support/tickets/ticket-number";
import { addTicketPerson } from "~/models/support/tickets/ticket-people.server";
import { secret, useApp } from "../../support/app";
import { signedIn, Visitor, words } from "../../support/browser";
import { cast } from "../../support/cast";
import { db, useDatabase } from "../../support/database";
import { runJobs } from "../../support/jobs";
import { addCategory, ask } from "../../support/tickets";

useDatabase();
useApp();

const happened = async () => (await db.select({ type: events.type }).from(events)).map(({ type }) => type);

test("a guest asks for escalation once, and of two agents who accept it, one does", async () => {
  const { gus, mona } = await cast("gus", "mona");
  const number = await ask(null, { categoryId: await addCategory() });
  await assignTicket(db, { viewer: mona, number, assigneeId: gus.id });
  const guest = new Visitor();
  const link = `?key=${ticketKeyFor(secret, number.person)}`;
  const send = (reason: string) => guest.post(`${ticketPath(number)}/escalate${link}`, { reason });
  expect((await new Visitor().post(`${ticketPath(number)}/escalate`, { reason: "Now" })).location).toMatch(/sign-in/);
  await send("  ");
  expect(await db.$count(escalationRequests)).toBe(0);
  await Promise.all([send("The whole office waits."), send("The whole office waits.")]);
  await send("And I am angry.");
  expect(await db.select().from(escalationRequests)).toMatchObject([{ reason: "The whole office waits." }]);
  expect(words(await guest.get(ticketPath(number) + link))).toContain("You have asked for escalation. Somebody");
  await runJobs();
  expect(await db.select().from(notifications)).toMatchObject([{ userId: gus.id }, { userId: gus.id }]);

  const agent = await signedIn(gus);
  expect(words(await agent.get("/staff/support?asked=on"))).toMatch(/It does not print.*Escalation asked/s);
  const page = await agent.get(staffTicketPath(number));
  expect(words(page)).toContain("The whole office waits.");
  const accept = (viewer: typeof gus) => acceptEscalation(db, { viewer, number }).catch(({ code }) => code);
  const answers = await Promise.all([accept(gus), accept(mona)]);
  expect(answers.filter(Boolean)).toEqual(["escalationAnswered"]);
  expect(await db.select().from(tickets)).toMatchObject([{ tier: 2 }]);
  expect((await happened()).filter((type) => type.includes("escalation"))).toEqual([
    "ticket.escalation_asked",
    "ticket.escalation_accepted",
  ]);
  expect(words(await agent.get(staffTicketPath(number)))).toContain("from L1 to L2, as was asked");
  expect(words(await agent.get("/staff/support?asked=on"))).toContain("No ticket here.");
  expect(words(await guest.get(ticketPath(number) + link))).toContain("somebody with more say has your ticket now");
});

test("a refusal reaches the requester on the page and by mail, and needs words", async () => {
  const { ben, gus, cleo } = await cast("ben", "gus", "cleo");
  const number = await ask(ben, { categoryId: await addCategory() });
  const requester = { id: number.person.id, ticketId: number.id, userId: ben.id };
  await addTicketPerson(db, { requester, email: "cleo@example.com", language: "en" });
  const [asking, agent, copy] = [await signedIn(ben), await signedIn(gus), await signedIn(cleo)];
  await db.insert(supportTiers).values({ tier: 1 });
  await db.insert(supportTierMembers).values({ tier: 1, userId: gus.id });
  // Whoever reads along asks for nothing, and sees nothing of it.
  await copy.post(`${ticketPath(number)}/escalate`, { reason: "Now" });
  expect(await db.$count(escalationRequests)).toBe(0);
  await asking.post(`${ticketPath(number)}/escalate`, { reason: "Now" });
  expect(words(await copy.get(ticketPath(number)))).not.toContain("asked for escalation");
  // Nobody looks after it: its tier hears that somebody waits for an answer.
  await runJobs();
  expect(await db.select().from(notifications)).toMatchObject([{ userId: gus.id }]);
  const refuse = (body: string) => agent.post(`${staffTicketPath(number)}/escalation`, { what: "refuse", body });
  await refuse(" ");
  expect(await db.select().from(escalationRequests)).toMatchObject([{ isAccepted: null }]);
  await refuse("We are on it: **today**.");
  await refuse("We are on it: **today**.");
  await asking.post(`${staffTicketPath(number)}/escalation`, { what: "accept" });
  const page = await asking.get(ticketPath(number));
  expect(page.html.match(/We are on it/g)).toHaveLength(1);
  expect(words(page)).toContain("the team has told you above why not");
  await runJobs();
  const mails = await db.select().from(deliveries);
  const toBen = mails.filter(({ to, kind }) => to === "ben@example.com" && kind === "ticket-answer");
  expect(toBen.map(({ html }) => html?.includes("We are on it"))).toEqual([true]);
  expect(await db.select().from(tickets)).toMatchObject([{ tier: 1, status: "in_progress" }]);
});

test("a request goes with a ticket that is merged, is answered there, and comes back with it", async () => {
  const { ben, gus } = await cast("ben", "gus");
  const categoryId = await addCategory();
  const [first, second] = [await ask(ben, { categoryId }), await ask(ben, { categoryId, subject: "Still nothing" })];
  const [asking, agent] = [await signedIn(ben), await signedIn(gus)];
  await asking.post(`${ticketPath(second)}/escalate`, { reason: "Nobody answers." });
  const queue = async () => words(await agent.get("/staff/support?asked=on"));
  await mergeTickets(db, { viewer: gus, number: second, into: first });
  expect(await queue()).toMatch(/It does not print.*Escalation asked/s);
  expect(words(await agent.get(staffTicketPath(first)))).toContain("Nobody answers.");
  await asking.post(`${ticketPath(first)}/escalate`, { reason: "And here." });
  expect(await db.$count(escalationRequests)).toBe(1);
  await unmergeTicket(db, { viewer: gus, number: second });
  expect(await queue()).toMatch(/Still nothing.*Escalation asked/s);
  expect(words(await agent.get(staffTicketPath(first)))).not.toContain("Nobody answers.");
  await mergeTickets(db, { viewer: gus, number: second, into: first });
  await acceptEscalation(db, { viewer: gus, number: first });
  expect(await queue()).toContain("No ticket here.");
  expect(await db.select().from(escalationRequests)).toMatchObject([{ isAccepted: true }]);

  // It was told that it goes higher: by itself again, it does, and once.
  for (const _ of [1, 2]) {
    await unmergeTicket(db, { viewer: gus, number: second });
    await runJobs();
    await mergeTickets(db, { viewer: gus, number: second, into: first });
  }
  expect(await db.select({ tier: tickets.tier }).from(tickets)).toEqual([{ tier: 2 }, { tier: 2 }]);
  const accepted = (await happened()).filter((type) => type === "ticket.escalation_accepted");
  expect(accepted).toHaveLength(2);
});

test("of two tickets that are read as one, each says why it should go higher", async () => {
  const { ben, gus } = await cast("ben", "gus");
  const categoryId = await addCategory();
  const [first, second] = [await ask(ben, { categoryId }), await ask(ben, { categoryId, subject: "Still nothing" })];
  const [asking, agent] = [await signedIn(ben), await signedIn(gus)];
  await asking.post(`${ticketPath(first)}/escalate`, { reason: "The office waits." });
  await asking.post(`${ticketPath(second)}/escalate`, { reason: "The shop, too." });
  await mergeTickets(db, { viewer: gus, number: second, into: first });
  const page = words(await agent.get(staffTicketPath(first)));
  expect(page).toMatch(/The office waits\.\s*ST-\d{4}-0002 · .*The shop, too\./);
  await unmergeTicket(db, { viewer: gus, number: second });
  expect(words(await agent.get(staffTicketPath(first)))).not.toContain("The shop, too.");
});

test("what is over, or at the top, goes no higher", async () => {
  const { ben, gus } = await cast("ben", "gus");
  const number = await ask(ben, { categoryId: await addCategory() });
  await moveTicket(db, { viewer: gus, number, from: "open", to: "resolved" });
  const visitor = await signedIn(ben);
  expect(words(await visitor.get(ticketPath(number)))).not.toContain("Ask for escalation");
  await visitor.post(`${ticketPath(number)}/escalate`, { reason: "Now" });
  await db.update(tickets).set({ status: "open", tier: 4 });
  await visitor.post(`${ticketPath(number)}/escalate`, { reason: "Now" });
  expect(await db.$count(escalationRequests)).toBe(0);
});
