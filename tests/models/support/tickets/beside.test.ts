import { asc, eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { beforeEach, expect, test } from "vitest";
import { deliveries, events, ticketMessages, tickets } from "#db/schema";
import type { User } from "~/models/core/users/viewer";
import { findTicketReader, listTicketMessages } from "~/models/support/tickets/find-ticket.server";
import { forwardTicket } from "~/models/support/tickets/forward-ticket.server";
import { keepMessageInside } from "~/models/support/tickets/held-messages.server";
import { forwardTokenFor } from "~/models/support/tickets/keys.server";
import { mergeTickets } from "~/models/support/tickets/merge-tickets.server";
import type { OpenedTicket } from "~/models/support/tickets/open-ticket.server";
import { quoteAll } from "~/models/support/tickets/quote-all";
import { answerTicket, replyToTicket } from "~/models/support/tickets/say-in-ticket.server";
import { splitMessage } from "~/models/support/tickets/split-message.server";
import { listSplits } from "~/models/support/tickets/splits.server";
import {
  staffTicketPath,
  type TicketNumber,
  ticketPath,
  writeTicketNumber,
} from "~/models/support/tickets/ticket-number";
import { addTicketPerson } from "~/models/support/tickets/ticket-people.server";
import { secret, useApp } from "../../../support/app";
import { signedIn, words } from "../../../support/browser";
import { cast } from "../../../support/cast";
import { db, useDatabase } from "../../../support/database";
import { inbound, receive, runMailJobs } from "../../../support/incoming";
import { Collector } from "../../../support/mailers";
import { addCategory, ask } from "../../../support/tickets";

// What goes on beside a ticket: in one that was split off from it, and by mail with somebody outside.

useDatabase();
useApp(inbound);

let people: Record<"ada" | "gus" | "ben" | "cleo", User>;
let categoryId = 0;
let ticket: OpenedTicket;
let number: TicketNumber;

const rowOf = async ({ year, serial }: TicketNumber) => {
  const all = await db.select().from(tickets).where(eq(tickets.serial, serial));
  const row = all.find((one) => one.year === year);
  if (!row) throw new Error("There is no such ticket.");
  return row;
};
const textsOf = async (of: TicketNumber) =>
  (await listTicketMessages(db, (await rowOf(of)).id, { withNotes: true })).map(({ html }) =>
    html.replace(/<[^>]+>/g, "").trim(),
  );
const eventsOf = async (of: TicketNumber) => {
  const isIts = eq(events.ticketId, (await rowOf(of)).id);
  return (await db.select({ type: events.type }).from(events).where(isIts).orderBy(asc(events.id))).map(
    ({ type }) => type,
  );
};
const reply = async (body: string, at?: Date) =>
  (await replyToTicket(db, { personId: ticket.person.id, id: uuid(), body, source: "page", at })).id;

beforeEach(async () => {
  people = await cast("ada", "gus", "ben", "cleo");
  categoryId = await addCategory("Printing", "high");
  ticket = await ask(people.ben, { categoryId, body: "It does not print." });
  number = ticket;
});

test("one message becomes a ticket of its own, is told in both, once, and mails nobody", async () => {
  const { gus, ben } = people;
  const other = await addCategory("Colours", "urgent");
  const at = new Date(Date.now() + 1000);
  const messageId = await reply("And the colours are wrong.", at);
  await runMailJobs();
  const mails = await db.$count(deliveries);
  const split = { viewer: gus, number, messageId, subject: "Colours", categoryId: other };
  const [made, again] = await Promise.all([splitMessage(db, split), splitMessage(db, split)]);
  expect(again).toEqual(made);
  expect(made.serial).toBe(number.serial + 1);
  await runMailJobs();
  expect(await db.$count(deliveries)).toBe(mails);
  const [was, is] = [await rowOf(number), await rowOf(made)];
  expect(is).toMatchObject({ subject: "Colours", categoryId: other, priority: "urgent", status: "open" });
  expect([is.unansweredSince, was.unansweredSince]).toEqual([at, was.createdAt]);
  expect(await textsOf(made)).toEqual(["And the colours are wrong."]);
  expect(await textsOf(number)).toEqual(["It does not print.", "And the colours are wrong."]);
  expect(await eventsOf(made)).toEqual(["ticket.opened"]);
  expect(await eventsOf(number)).toEqual(["ticket.opened", "ticket.answered", "ticket.split"]);
  expect(await db.$count(events, eq(events.type, "ticket.split"))).toBe(1);

  // Its requester reads both, and how they hang together; whoever reads the first along learns of no other.
  expect(await findTicketReader(db, { number: made, viewer: ben, secret })).toMatchObject({ isRequester: true });
  const member = await signedIn(ben);
  expect(words(await member.get(ticketPath(number)))).toContain(`Split off into ${writeTicketNumber(made)}`);
  expect(words(await member.get(ticketPath(made)))).toContain(`Split off from ${writeTicketNumber(number)}`);
  await addTicketPerson(db, { viewer: gus, number, email: "cleo@example.com", language: "en" });
  expect(words(await (await signedIn(people.cleo)).get(ticketPath(number)))).not.toContain(writeTicketNumber(made));
  const agent = await signedIn(gus);
  expect(words(await agent.get(staffTicketPath(made)))).toContain(
    `split this ticket off from ${writeTicketNumber(number)}`,
  );

  // The answer to one of them leaves the other waiting; merged again, the message is there once.
  const later = new Date(at.getTime() + 1000);
  await answerTicket(db, { viewer: gus, number: made, id: uuid(), kind: "message", body: "Which ones?", at: later });
  expect((await rowOf(number)).unansweredSince).not.toBeNull();
  await mergeTickets(db, { viewer: gus, number: made, into: number });
  expect(await textsOf(number)).toEqual(["It does not print.", "And the colours are wrong.", "Which ones?"]);
  expect(await listSplits(db, ticket.id)).toEqual([]);
});

test("an agent's message is split off for the requester; notes, strangers' messages and the only one are not", async () => {
  const { gus, ben, ada } = people;
  const change = { viewer: gus, number, subject: "Other", categoryId };
  const [first] = await listTicketMessages(db, ticket.id, { withNotes: true });
  await expect(splitMessage(db, { ...change, messageId: first?.id ?? "" })).rejects.toThrow("onlyMessage");
  const note = await answerTicket(db, { viewer: gus, number, id: uuid(), kind: "note", body: "Psst" });
  await expect(splitMessage(db, { ...change, messageId: note.id })).rejects.toThrow("notFound");
  const elsewhere = await ask(people.cleo, { categoryId });
  const [theirs] = await listTicketMessages(db, elsewhere.id, { withNotes: true });
  await expect(splitMessage(db, { ...change, messageId: theirs?.id ?? "" })).rejects.toThrow("notFound");
  const answer = await answerTicket(db, { viewer: ada, number, id: uuid(), kind: "message", body: "By the way" });
  await expect(splitMessage(db, { ...change, viewer: ben, messageId: answer.id })).rejects.toThrow("forbidden");
  await expect(splitMessage(db, { ...change, messageId: answer.id, categoryId: 999 })).rejects.toThrow(
    "categoryNotFound",
  );
  const agent = await signedIn(gus);
  const page = await agent.get(`${staffTicketPath(number)}/split?message=${answer.id}`);
  expect(words(page)).toContain("By the way");
  const sent = { messageId: answer.id, subject: "", categoryId };
  const refused = await agent.post(`${staffTicketPath(number)}/split`, sent);
  expect([refused.status, words(refused)]).toEqual([422, expect.stringContaining("By the way")]);
  const made = await agent.post(`${staffTicketPath(number)}/split`, { ...sent, subject: "By the way" });
  const to = { year: number.year, serial: elsewhere.serial + 1 };
  expect(made.location).toBe(staffTicketPath(to));
  expect(await rowOf(to)).toMatchObject({ unansweredSince: null });
  expect(await findTicketReader(db, { number: to, viewer: ben, secret })).toBeDefined();
});

test("what an agent has gone through is mailed outside once; a note keeps it, and what comes back only the team sees", async () => {
  const { gus, ben } = people;
  const provider = new Collector();
  const path = staffTicketPath(number);
  const agent = await signedIn(gus);
  const page = (await agent.get(`${path}/forward`)).document;
  const body = page.querySelector("textarea")?.value ?? "";
  expect(body).toContain("> It does not print.");
  const id = uuid();
  const mail = { id, to: "maker@printers.example", body: `Please look:${body}` };
  const [sent] = [await agent.post(`${path}/forward`, mail), await agent.post(`${path}/forward`, mail)];
  expect(sent.location).toBe(`${path}#message-${id}`);
  await runMailJobs({ mailer: provider });
  const sentOut = provider.mails.filter(({ to }) => to === mail.to);
  expect(sentOut).toHaveLength(1);
  const [out] = sentOut;
  expect(out?.subject).toBe(`Fwd: It does not print [${writeTicketNumber(number)}]`);
  expect(out?.text).toContain("Please look:");
  expect(out?.text).not.toContain("/support/");
  const back = `reply+${forwardTokenFor(secret, id)}@${inbound.INBOUND_DOMAIN}`;
  expect(out?.headers).toMatchObject({ "Reply-To": back });

  // Whoever answers to it, even by an address of the ticket's people, is heard by the team alone.
  for (const from of ["maker@printers.example", "ben@example.com"]) {
    await receive({
      from,
      to: back,
      subject: "Re: Fwd",
      text: `kwxoutside by ${from}`,
      messageId: `<${uuid()}@x.example>`,
    });
  }
  const kinds = async () =>
    (await db.select({ kind: ticketMessages.kind }).from(ticketMessages).orderBy(asc(ticketMessages.createdAt))).map(
      ({ kind }) => kind,
    );
  expect(await kinds()).toEqual(["message", "note", "held", "held"]);
  const held = await db.select({ id: ticketMessages.id }).from(ticketMessages).where(eq(ticketMessages.kind, "held"));
  const inside = { what: "keepInside", value: held[0]?.id ?? "" };
  expect((await agent.post(`${path}/change`, inside)).status).toBe(303);
  await expect(keepMessageInside(db, { viewer: gus, number, messageId: inside.value })).rejects.toThrow("notFound");
  expect((await kinds()).filter((kind) => kind === "held")).toHaveLength(1);
  const theirs = await (await signedIn(ben)).get(ticketPath(number));
  for (const secretWord of ["kwxoutside", "maker@printers", "Please look"])
    expect(theirs.html).not.toContain(secretWord);
  const printed = [await agent.get(`${path}/print`), await agent.get(`${path}/print?notes=yes`)].map(words);
  expect(printed.map((text) => text.includes("Please look"))).toEqual([false, true]);
  expect(await eventsOf(number)).toEqual([
    "ticket.opened",
    "ticket.forwarded",
    "ticket.held",
    "ticket.held",
    "ticket.kept_inside",
  ]);

  const toOneOfThem = forwardTicket(db, { viewer: gus, number, id: uuid(), to: "ben@example.com", body: "Hi" });
  await expect(toOneOfThem).rejects.toThrow("isTicketPerson");
  const byMember = forwardTicket(db, { viewer: ben, number, id: uuid(), to: "x@y.example", body: "Hi" });
  await expect(byMember).rejects.toThrow("forbidden");
});

test("a long conversation is quoted as far as it fits, its end first", () => {
  const quoted = quoteAll(["a".repeat(30_000), "b\nb", "c".repeat(30_000)]);
  expect(quoted).toMatch(/^\n\n> b\n> b\n\n> c+$/);
});
