import { asc, desc, eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { deliveries, incomingMails, suppressions, ticketMessages, ticketPeople, tickets } from "#db/schema";
import { readEnv } from "~/env.server";
import { resendMailer } from "~/integrations/mail/resend.server";
import { letMessageIn, throwMessageAway } from "~/models/support/tickets/held-messages.server";
import { moveTicket } from "~/models/support/tickets/move-ticket.server";
import { answerTicket } from "~/models/support/tickets/say-in-ticket.server";
import { listTicketHistory } from "~/models/support/tickets/ticket-history.server";
import { addTicketPerson } from "~/models/support/tickets/ticket-people.server";
import { type ResendDouble, startResendDouble } from "../../fakes/resend-double";
import { secret, useApp } from "../support/app";
import { cast } from "../support/cast";
import { db, useDatabase } from "../support/database";
import { compose, handOver, inbound, receive, replyAddress, runMailJobs } from "../support/incoming";
import { retryJobs } from "../support/jobs";
import { hookSecret, sendHook } from "../support/resend-hooks";
import { addCategory, ask } from "../support/tickets";

useDatabase();
useApp({ ...inbound, RESEND_WEBHOOK_SECRET: hookSecret });

const support = "support@in.example.com";

const outcomes = async () =>
  (await db.select({ outcome: incomingMails.outcome }).from(incomingMails).orderBy(asc(incomingMails.id))).map(
    ({ outcome }) => outcome,
  );

const messages = () =>
  db
    .select({ kind: ticketMessages.kind, body: ticketMessages.bodyMarkdown, quoted: ticketMessages.quoted })
    .from(ticketMessages)
    .orderBy(asc(ticketMessages.createdAt), asc(ticketMessages.id));

test("only who knows the secret hands mail over, and the same mail twice is taken once", async () => {
  const raw = await compose({ from: "zoe@acme.example", to: support, subject: "Help", text: "It burns" });
  expect(await handOver(raw, "another secret, as long")).toBe(401);
  expect(await handOver("")).toBe(400);
  expect(await handOver(raw)).toBe(202);
  expect(await handOver(raw)).toBe(202);
  expect(await db.$count(incomingMails)).toBe(1);
});

test("a mail to the support address opens a ticket, and its sender is told the number", async () => {
  await addCategory();
  await receive({
    from: "Zoe Doe <zoe@acme.example>",
    to: support,
    subject: "Re: It burns",
    text: "Help me!\nPlease.",
  });
  const [ticket] = await db.select().from(tickets);
  expect(ticket).toMatchObject({ subject: "It burns", source: "mail", domain: "acme.example" });
  const [person] = await db.select().from(ticketPeople);
  expect(person).toMatchObject({ email: "zoe@acme.example", name: "Zoe Doe", role: "requester" });
  expect(await messages()).toMatchObject([{ kind: "message", body: "Help me!  \nPlease." }]);
  const [mail] = await db.select().from(deliveries);
  expect(mail).toMatchObject({ kind: "ticket-received", to: "zoe@acme.example" });
  expect(mail?.headers["Reply-To"]).toBe(replyAddress(person?.id ?? ""));
  expect(mail?.headers["Auto-Submitted"]).toBe("auto-replied");
});

test("an answer by mail goes into its ticket, without what it quotes, and opens it again", async () => {
  const { ben, gus } = await cast("ben", "gus");
  const asked = await ask(ben, { categoryId: await addCategory() });
  const requester = { id: asked.person.id, ticketId: asked.id, userId: ben.id };
  await addTicketPerson(db, { requester, email: "zoe@acme.example", language: "en" });
  await answerTicket(db, { viewer: gus, number: asked, id: uuid(), kind: "message", body: "Which?", next: "waiting" });
  await runMailJobs();
  const answer = {
    from: "Ben <ben@example.com>",
    to: replyAddress(asked.person.id).toUpperCase(),
    messageId: "<one@example.com>",
    text: "The red one.\n\nOn Mon, 1 Jun 2026 at 10:00, Gus wrote:\n> Which?",
  };
  await receive(answer);
  const all = await messages();
  expect(all.at(-1)).toMatchObject({ kind: "message", body: "The red one." });
  expect(all.at(-1)?.quoted).toContain("> Which?");
  expect((await db.select().from(tickets))[0]).toMatchObject({ status: "open" });
  // Sent on by another server, the same mail has other bytes.
  await receive({ ...answer, headers: { "X-Relayed": "yes" } });
  expect(await messages()).toHaveLength(all.length);
  expect(await outcomes()).toEqual(["answered", "answered"]);
  const isAnswer = eq(deliveries.kind, "ticket-answer");
  const told = await db.select({ to: deliveries.to }).from(deliveries).where(isAnswer);
  // Of the team's answer both, of Ben's own whoever reads along.
  expect(told.map(({ to }) => to).sort()).toEqual(["ben@example.com", "zoe@acme.example", "zoe@acme.example"]);
});

test("without the reply address, what a mail refers to leads to its ticket", async () => {
  const asked = await ask(null, { categoryId: await addCategory() });
  const references = `<ticket-${asked.id}@feedback.example.com>`;
  await receive({ from: "guest@example.org", to: support, references, text: "One more thing" });
  expect(await outcomes()).toEqual(["answered"]);
  expect(await db.$count(tickets)).toBe(1);
});

test("what a stranger sends to a reply address waits for the team, who let it in or throw it away", async () => {
  const { ben, gus } = await cast("ben", "gus");
  const number = await ask(ben, { categoryId: await addCategory() });
  const to = replyAddress(number.person.id);
  await receive({ from: "Eve <eve@evil.example>", to, text: "Give me the password" });
  await receive({ from: "Colleague <cleo@example.com>", to, text: "I can help" });
  expect(await outcomes()).toEqual(["held", "held"]);
  const held = await db
    .select()
    .from(ticketMessages)
    .where(eq(ticketMessages.kind, "held"))
    .orderBy(asc(ticketMessages.createdAt));
  await throwMessageAway(db, { viewer: gus, number, messageId: held[0]?.id ?? "" });
  await moveTicket(db, { viewer: gus, number, from: "open", to: "waiting" });
  await letMessageIn(db, { viewer: gus, number, messageId: held[1]?.id ?? "" });
  expect((await messages()).map(({ kind }) => kind)).toEqual(["message", "message"]);
  expect((await db.select().from(tickets))[0]).toMatchObject({ status: "open" });
  // From then on she is one of them.
  await receive({ from: "cleo@example.com", to, text: "More" });
  expect((await outcomes()).at(-1)).toBe("answered");
});

test("a stranger's mail that is let in after the end opens a ticket that follows, and the closed one asks for nothing", async () => {
  const { ben, gus } = await cast("ben", "gus");
  const number = await ask(ben, { categoryId: await addCategory() });
  const to = replyAddress(number.person.id);
  const attachments = [{ filename: "notes.txt", content: "Page 3", contentType: "text/plain" }];
  await receive({ from: "Colleague <cleo@example.com>", to, text: "It prints blue", attachments });
  await moveTicket(db, { viewer: gus, number, from: "open", to: "closed" });
  const [held] = await db.select().from(ticketMessages).where(eq(ticketMessages.kind, "held"));
  await letMessageIn(db, { viewer: gus, number, messageId: held?.id ?? "" });
  await runMailJobs();
  const [closed, follows] = await db.select().from(tickets).orderBy(asc(tickets.serial));
  expect(closed).toMatchObject({ status: "closed", unansweredSince: null });
  expect(follows).toMatchObject({ status: "open", follows: closed?.id, unansweredSince: expect.any(Date) });
  const [message] = await db
    .select()
    .from(ticketMessages)
    .where(eq(ticketMessages.ticketId, follows?.id ?? ""));
  expect(message).toMatchObject({ id: held?.id, kind: "message", sender: null });
  // Only its sender is told that there is a new ticket.
  const received = await db
    .select()
    .from(deliveries)
    .where(eq(deliveries.ticketMessageId, held?.id ?? ""));
  expect(received.map(({ kind, to }) => [kind, to])).toEqual([["ticket-received", "cleo@example.com"]]);
  const history = (await listTicketHistory(db, number.id)).map(({ type }) => type);
  expect(history.slice(-2)).toEqual(["ticket.moved", "ticket.followed"]);
});

test("a mail of which its server says that it is forged waits as a stranger's does", async () => {
  const asked = await ask(null, { categoryId: await addCategory() });
  const headers = { "Authentication-Results": "mx.example.com; dmarc=fail header.from=example.org" };
  await receive({ from: "guest@example.org", to: replyAddress(asked.person.id), headers, text: "It is me" });
  expect(await outcomes()).toEqual(["held"]);
});

test("vacation notes, lists and our own mails open and answer nothing", async () => {
  const asked = await ask(null, { categoryId: await addCategory() });
  const to = replyAddress(asked.person.id);
  const from = "guest@example.org";
  await receive({ from, to, headers: { "Auto-Submitted": "auto-replied" }, subject: "I am away", text: "Until June" });
  await receive({ from, to: support, headers: { "List-Id": "<a.list>" }, text: "News" });
  await receive({ from: "reply+abc@in.example.com", to: support, text: "Round and round" });
  expect(await outcomes()).toEqual(["automatic", "automatic", "automatic"]);
  expect(await db.$count(tickets)).toBe(1);
  expect(await db.$count(ticketMessages)).toBe(1);
});

test("an address is told of one ticket a day that it has opened by mail, however many those are", async () => {
  await addCategory();
  for (const text of ["One", "Two", "Three"]) await receive({ from: "robot@acme.example", to: support, text });
  expect(await db.$count(tickets)).toBe(3);
  expect(await db.$count(deliveries, eq(deliveries.kind, "ticket-received"))).toBe(1);
});

test("a mail to nobody of ours, and one without a word, are written down and no more", async () => {
  await addCategory();
  await receive({ from: "zoe@acme.example", to: "somebody@else.example", text: "Hello" });
  await receive({ from: "zoe@acme.example", to: support, text: "   " });
  expect(await outcomes()).toEqual(["astray", "empty"]);
  expect(await db.$count(tickets)).toBe(0);
});

test("what came back for good to somebody's reply address ends mail to them, and opens no ticket", async () => {
  const asked = await ask(null, { categoryId: await addCategory() });
  const bounce = (recipient: string, to: string) =>
    [
      "From: MAILER-DAEMON@mx.example.org",
      `To: ${to}`,
      "Return-Path: <>",
      "Subject: Undelivered Mail Returned to Sender",
      "MIME-Version: 1.0",
      'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
      "",
      "--b",
      "Content-Type: text/plain",
      "",
      "I could not deliver it.",
      "--b",
      "Content-Type: message/delivery-status",
      "",
      "Reporting-MTA: dns; mx.example.org",
      "",
      `Final-Recipient: rfc822; ${recipient}`,
      "Action: failed",
      "Status: 5.1.1",
      "",
      "--b--",
      "",
    ].join("\r\n");
  const suppressed = async () => (await db.select().from(suppressions)).map(({ email }) => email);
  // Anybody can write such a mail: without the reply address, or of another's, it ends nothing.
  await handOver(bounce("guest@example.org", support));
  await handOver(bounce("somebody@example.org", replyAddress(asked.person.id)));
  await runMailJobs();
  expect(await suppressed()).toEqual([]);
  await handOver(bounce("guest@example.org", replyAddress(asked.person.id)));
  await runMailJobs();
  expect(await suppressed()).toEqual(["guest@example.org"]);
  expect(await outcomes()).toEqual(["bounce", "bounce", "bounce"]);
  expect(await db.$count(tickets)).toBe(1);
});

test("a worker that died half way does nothing twice", async () => {
  await addCategory();
  await handOver(await compose({ from: "zoe@acme.example", to: support, subject: "Help", text: "It burns" }));
  await runMailJobs({}, { twice: true });
  expect(await db.$count(tickets)).toBe(1);
  expect(await db.$count(deliveries)).toBe(1);
});

test("whoever sends very many is no longer listened to, that day", async () => {
  await addCategory();
  const old = { raw: new Uint8Array([1]), sender: "bot@acme.example", outcome: "opened" as const };
  const many = Array.from({ length: 101 }, () => ({ ...old, id: uuid(), sha256: uuid() }));
  await db.insert(incomingMails).values(many);
  await receive({ from: "bot@acme.example", to: support, text: "Again" });
  const [last] = await db.select().from(incomingMails).orderBy(desc(incomingMails.id)).limit(1);
  expect(last?.outcome).toBe("flood");
  expect(await db.$count(tickets)).toBe(0);
});

describe("a mail of which Resend says that it came", () => {
  let resend: ResendDouble;
  const open = () => resendMailer({ key: resend.key, baseUrl: resend.url, from: "feedback@example.com" });

  beforeEach(async () => {
    resend = await startResendDouble();
    await addCategory();
    const raw = await compose({ from: "zoe@acme.example", to: support, subject: "Help", text: "It burns" });
    resend.received.set("in-1", raw);
  });

  afterEach(() => resend.stop());

  test("is fetched, and opens one ticket, however often Resend says so", async () => {
    expect(await sendHook("email.received", { email_id: "in-1" }, { id: "msg_1" })).toBe(200);
    expect(await sendHook("email.received", { email_id: "in-1" }, { id: "msg_1" })).toBe(200);
    await runMailJobs({ mailer: open() }, { twice: true });
    expect(await sendHook("email.received", { email_id: "in-1" }, { id: "msg_2" })).toBe(200);
    await runMailJobs({ mailer: open() });
    expect(await db.select().from(tickets)).toMatchObject([{ subject: "Help", source: "mail" }]);
    expect(await outcomes()).toEqual(["opened"]);
  });

  test("is fetched later where Resend does not answer, or its store does not", async () => {
    await sendHook("email.received", { email_id: "in-1" });
    resend.fault({ kind: "broken" });
    await expect(runMailJobs({ mailer: open() })).rejects.toThrow("500");
    expect(await outcomes()).toEqual([]);
    await retryJobs();
    resend.isStoreUp = false;
    await expect(runMailJobs({ mailer: open() })).rejects.toThrow("503");
    expect(await outcomes()).toEqual([]);
    await retryJobs();
    resend.isStoreUp = true;
    await runMailJobs({ mailer: open() });
    expect(await outcomes()).toEqual(["opened"]);
  });

  test("is left where it is by a portal that takes no mail in", async () => {
    await sendHook("email.received", { email_id: "in-1" });
    await runMailJobs({ mailer: open(), env: readEnv({ NODE_ENV: "test", SESSION_SECRET: secret }) });
    expect(await outcomes()).toEqual([]);
    expect(resend.requests).toEqual([]);
  });
});
