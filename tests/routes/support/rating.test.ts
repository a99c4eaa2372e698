import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { tickets } from "#db/schema";
import type { TicketStatus } from "#db/schema/support/tickets";
import { moveTicket, reopenTicket } from "~/models/support/tickets/move-ticket.server";
import { rateTicket } from "~/models/support/tickets/rate-ticket.server";
import { answerTicket } from "~/models/support/tickets/say-in-ticket.server";
import { staffTicketPath, ticketPath } from "~/models/support/tickets/ticket-number";
import { addTicketPerson } from "~/models/support/tickets/ticket-people.server";
import { origin, useApp } from "../../support/app";
import { signedIn, Visitor, words } from "../../support/browser";
import { cast } from "../../support/cast";
import { db, useDatabase } from "../../support/database";
import { runJobs } from "../../support/jobs";
import { linksOf, parsed } from "../../support/mail";
import { Collector } from "../../support/mailers";
import { addCategory, ask } from "../../support/tickets";

useDatabase();
useApp();

async function mailed() {
  const mailer = new Collector();
  await runJobs({ mailer }, { twice: true });
  const mails = await Promise.all(mailer.mails.map(parsed));
  return mails.map((mail) => ({
    to: mail.to?.[0]?.address,
    choices: linksOf(mail).filter((link) => link.includes("rating=")),
  }));
}

const rated = async () => (await db.select({ rating: tickets.rating, text: tickets.ratingText }).from(tickets))[0];

test("a resolution asks a guest once by mail; its five links choose, and only the form says it", async () => {
  const { gus } = await cast("gus");
  const number = await ask(null, { categoryId: await addCategory() });
  await runJobs();
  await moveTicket(db, { viewer: gus, number, from: "open", to: "resolved" });
  const [mail, ...more] = await mailed();
  expect([mail?.to, more]).toEqual(["guest@example.org", []]);
  expect(mail?.choices).toHaveLength(5);
  // A program that looks behind all links of a mail says nothing.
  const guest = new Visitor();
  for (const link of (mail?.choices ?? []).slice(0, 2)) expect((await fetch(link)).status).toBe(200);
  expect(await rated()).toEqual({ rating: null, text: "" });
  const page = await guest.get((mail?.choices[1] ?? "").slice(origin().length));
  expect(page.document.querySelector("#rating [checked]")?.getAttribute("value")).toBe("2");
  const action = page.document.querySelector("#rating")?.getAttribute("action") ?? "";
  await guest.post(action, { rating: "6", text: "" });
  expect(await rated()).toEqual({ rating: null, text: "" });
  await guest.post(action, { rating: "2", text: "Slow" });
  expect(await rated()).toEqual({ rating: 2, text: "Slow" });

  const agent = await signedIn(gus);
  expect(words(await agent.get(staffTicketPath(number)))).toMatch(/Rated 2 of 5\s*Slow/);
  expect(words(await agent.get("/staff/support?status=resolved"))).toContain("Rated 2 of 5");
});

test("a ticket that comes back is asked about once more, and not where somebody has said what they think", async () => {
  const { gus } = await cast("gus");
  const number = await ask(null, { categoryId: await addCategory() });
  await runJobs();
  const move = (from: TicketStatus, to: TicketStatus) => moveTicket(db, { viewer: gus, number, from, to });
  const asked = async () => (await mailed()).map(({ choices }) => choices.length);
  const person = { ticketId: number.id, userId: null };
  await move("open", "resolved");
  expect(await asked()).toEqual([5]);
  await reopenTicket(db, { person });
  // Of two times that nobody has heard of yet, one mail.
  await move("open", "resolved");
  await move("resolved", "open");
  await move("open", "resolved");
  expect(await asked()).toEqual([5]);
  await reopenTicket(db, { person });
  await move("open", "resolved");
  expect(await asked()).toEqual([]);

  const other = await ask(null, { categoryId: await addCategory(), subject: "It hums" });
  await runJobs();
  await moveTicket(db, { viewer: gus, number: other, from: "open", to: "resolved" });
  expect(await asked()).toEqual([5]);
  await rateTicket(db, { person: { ticketId: other.id, userId: null }, rating: 5, text: "" });
  await reopenTicket(db, { person: { ticketId: other.id, userId: null } });
  const answer = { viewer: gus, number: other, id: uuid(), kind: "message", body: "Now.", next: "resolved" } as const;
  await answerTicket(db, answer);
  expect(await asked()).toEqual([0]);
});

test("an answer that resolves asks the requester in the same mail, and nobody who reads along", async () => {
  const { ben, gus } = await cast("ben", "gus");
  const number = await ask(ben, { categoryId: await addCategory() });
  const requester = { id: number.person.id, ticketId: number.id, userId: ben.id };
  await addTicketPerson(db, { requester, email: "zoe@acme.example", language: "de" });
  await runJobs();
  const say = (body: string, next?: "resolved") =>
    answerTicket(db, { viewer: gus, number, id: uuid(), kind: "message", body, next });
  // Both are written when the ticket is over already.
  await say("We look.");
  await say("Done.", "resolved");
  const mails = await mailed();
  expect(mails.map(({ to, choices }) => `${to} ${choices.length}`).sort()).toEqual([
    "ben@example.com 0",
    "ben@example.com 5",
    "zoe@acme.example 0",
    "zoe@acme.example 0",
  ]);
  const link = mails.flatMap(({ choices }) => choices)[3] ?? "";
  expect(link).toBe(`${origin()}${ticketPath(number)}?rating=4#rating`);
  const page = await (await signedIn(ben)).get(link.slice(origin().length));
  expect(page.document.querySelector("#rating [checked]")?.getAttribute("value")).toBe("4");
  expect((await new Visitor().get(link.slice(origin().length))).location).toMatch(/sign-in.*rating/);
});
