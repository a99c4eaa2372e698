import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { deliveries, events, ticketRules, tickets } from "#db/schema";
import type { User } from "~/models/core/users/viewer";
import { createSavedReply } from "~/models/feedback/saved-replies/edit-saved-replies.server";
import { listRules } from "~/models/support/routing/list-rules.server";
import { prioritizeTicket, restrictTicket } from "~/models/support/tickets/change-ticket.server";
import { staffTicketPath, writeTicketNumber } from "~/models/support/tickets/ticket-number";
import { useApp } from "../../../support/app";
import { signedIn, type Visitor, words } from "../../../support/browser";
import { cast } from "../../../support/cast";
import { db, useDatabase } from "../../../support/database";
import { runJobs } from "../../../support/jobs";
import { addCategory, ask } from "../../../support/tickets";

useDatabase();
useApp();

let people: Record<"ada" | "gus" | "mona" | "ben", User>;
let printing = 0;
let adas: Visitor;

beforeEach(async () => {
  people = await cast("ada", "gus", "mona", "ben");
  printing = await addCategory("Printing");
  adas = await signedIn(people.ada);
});

const page = "/staff/support/settings/routing";
const rule = { name: "Printers", position: "1", occasion: "opened", words: "paper jam\nPRINTER" };
const among = () => [people.ada.id, people.gus.id];
const open = (subject: string, body = "Please help.") => ask(people.ben, { categoryId: printing, subject, body });
const standing = async ({ id }: { id: string }) => (await db.select().from(tickets).where(eq(tickets.id, id)))[0];

test("rules act on what they are for, each once and by its name, and on nothing that another rule did", async () => {
  const draft = { title: "Paper", body: "Dear {{author}}, pull it out of {{number}}.", kind: "ticket" as const };
  const reply = await createSavedReply(db, { viewer: people.ada, draft });
  const acts = { assign: "turns", among: among(), priority: "urgent", tags: "paper", tier: "2", replyId: reply.id };
  await adas.submit(page, { ...rule, ...acts });
  await adas.submit(page, { name: "Later", position: "2", occasion: "opened", priority: "low", tags: "later" });
  await adas.submit(page, { name: "Loop", position: "3", occasion: "prioritized", tags: "looped" });
  await adas.submit(page, { name: "Off", position: "0", occasion: "opened", tags: "off", isOff: "on" });
  const names = async () => (await listRules(db)).map(({ name }) => name).join();
  const [off, printers] = await listRules(db);
  await adas.submit(`${page}/${off?.id}/move`, { step: "down" });
  expect(await names()).toBe("Printers,Off,Later,Loop");
  await adas.submit(`${page}/${off?.id}/move`, { to: "end" });
  expect(await names()).toBe("Printers,Later,Loop,Off");
  await adas.submit(`${page}/${off?.id}/move`, { to: String(printers?.id) });
  expect(await names()).toBe("Off,Printers,Later,Loop");
  const first = await open("Paper-Jam again");
  const second = await open("Help", "My printer burns.");
  const other = await open("Printers in general");
  const secret = await open("My printer knows a secret");
  await restrictTicket(db, { viewer: people.ada, number: secret, isRestricted: true });
  await runJobs({}, { twice: true });

  expect(await standing(first)).toMatchObject({ priority: "urgent", tags: ["paper", "later"], tier: 2 });
  expect((await standing(first))?.firstAnsweredAt).toBeNull();
  const assignees = await Promise.all([first, second].map(async (one) => (await standing(one))?.assigneeId));
  expect(assignees.sort()).toEqual(among().sort());
  expect(await standing(other)).toMatchObject({ priority: "low", tags: ["later"], assigneeId: null });
  expect(await standing(secret)).toMatchObject({ priority: "medium", tags: [], assigneeId: null });
  const answered = db.select().from(events).where(eq(events.type, "ticket.answered"));
  expect(await answered).toHaveLength(2);
  expect(await db.$count(deliveries, eq(deliveries.kind, "ticket-answer"))).toBe(2);

  const seen = words(await adas.get(staffTicketPath(first)));
  expect(seen).toContain("The rule “Printers” changed the priority from Medium to Urgent");
  expect(seen).toContain(`Dear Ben, pull it out of ${writeTicketNumber(first)}.`);
  expect(words(await adas.get("/me/notifications"))).toMatch(/The portal.? assigned the ticket/);
  await prioritizeTicket(db, { viewer: people.gus, number: other, priority: "high" });
  await runJobs();
  expect((await standing(other))?.tags).toEqual(["later", "looped"]);
});

test("whoever has the fewest gets the next, and of an address or a company others are left alone", async () => {
  const fits = { categories: String(printing), languages: "en", addresses: "@example.com" };
  await adas.submit(page, { name: "Fewest", occasion: "opened", assign: "fewest", among: among(), ...fits });
  const mine = await open("One");
  await db.update(tickets).set({ assigneeId: people.ada.id }).where(eq(tickets.id, mine.id));
  const next = await open("Two");
  const stranger = await ask(null, { categoryId: printing, subject: "Three" });
  await runJobs();
  expect((await standing(next))?.assigneeId).toBe(people.gus.id);
  expect((await standing(stranger))?.assigneeId).toBeNull();
});

test("a rule is tried on the last tickets before it does anything, and one that does nothing is refused", async () => {
  for (const subject of ["Paper jam", "No paper"]) await open(subject);
  const sent = { ...rule, assign: "turns", among: people.gus.id, priority: "high" };
  const tried = await adas.post(`${page}?try`, sent);
  expect(tried.status).toBe(200);
  expect(words(tried)).toContain("It would have acted on 1 of the last 100 tickets");
  expect(words(tried)).toContain("Paper jamAssign to Gus · Priority: High");
  expect(tried.document.querySelector("[name=name]")?.getAttribute("value")).toBe("Printers");
  expect(await db.$count(ticketRules)).toBe(0);
  const idle = await adas.post(page, rule);
  expect([idle.status, words(idle)]).toEqual([422, expect.stringContaining("would do nothing")]);
  const nobody = await adas.post(page, { ...rule, assign: "turns" });
  expect([nobody.status, words(nobody)]).toEqual([422, expect.stringContaining("among whom")]);

  await adas.submit(page, sent);
  const [saved] = await db.select().from(ticketRules);
  const form = await adas.get(`${page}/${saved?.id}`);
  expect(form.document.querySelector("[name=words]")?.textContent).toBe("paper jam\nprinter");
  expect((await (await signedIn(people.mona)).post(`${page}/${saved?.id}/delete`)).status).toBe(403);
  await adas.submit(`${page}/${saved?.id}/delete`);
  expect(await db.$count(ticketRules)).toBe(0);
  const told = await db.select({ type: events.type }).from(events).where(eq(events.actorId, people.ada.id));
  expect(told.map(({ type }) => type)).toEqual(["ticket_rule.created", "ticket_rule.deleted"]);
});
