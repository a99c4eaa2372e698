import { asc, eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { beforeEach, expect, test } from "vitest";
import { attachments, ticketMessages, ticketPeople, tickets } from "#db/schema";
import type { User } from "~/models/core/users/viewer";
import { forgetFiles } from "~/models/feedback/attachments/forget-files.server";
import { forgetPutAwayTickets } from "~/models/support/tickets/forget-tickets.server";
import { ticketKeyFor } from "~/models/support/tickets/keys.server";
import { mergeTickets } from "~/models/support/tickets/merge-tickets.server";
import { answerTicket, replyToTicket } from "~/models/support/tickets/say-in-ticket.server";
import { splitMessage } from "~/models/support/tickets/split-message.server";
import { staffTicketPath, ticketPath } from "~/models/support/tickets/ticket-number";
import { tokenOf } from "../../support/api";
import { origin, secret, useApp } from "../../support/app";
import { signedIn, Visitor } from "../../support/browser";
import { cast } from "../../support/cast";
import { db, useDatabase } from "../../support/database";
import { fileOf, photo } from "../../support/file-samples";
import { attach, sendFile, storedFiles, testStore } from "../../support/files";
import { inbound, receive, replyAddress, runMailJobs } from "../../support/incoming";
import { Collector } from "../../support/mailers";
import { addCategory, ask } from "../../support/tickets";

useDatabase();
useApp({ ...inbound, RATE_LIMITS: "off" });

let people: Record<"ada" | "mona" | "milo" | "ben" | "cleo", User>;
let categoryId: number;

beforeEach(async () => {
  people = await cast("ada", "mona", "milo", "ben", "cleo");
  categoryId = await addCategory();
});

const files = () =>
  db
    .select({ id: attachments.id, name: attachments.name, messageId: attachments.ticketMessageId })
    .from(attachments)
    .orderBy(asc(attachments.createdAt), asc(attachments.position));

async function statusesFor(id: string, visitors: Record<string, Visitor>, search = "") {
  const seen: Record<string, number> = {};
  for (const [name, visitor] of Object.entries(visitors))
    seen[name] = (await visitor.get(`/files/${id}${search}`)).status;
  return seen;
}

test("files go along with a ticket, an answer and a note, and each is for whoever reads those", async () => {
  const ben = await signedIn(people.ben);
  const mona = await signedIn(people.mona);
  const form = (await ben.get("/support/new")).document.querySelector<HTMLInputElement>("input[name=id]")?.value ?? "";
  await sendFile(ben, `draft:${form}`, fileOf("it burns", "log.txt"));
  const opened = await ben.post("/support/new", { id: form, subject: "It burns", body: "See the file.", categoryId });
  const mailer = new Collector();
  await runMailJobs({ mailer });
  const path = opened.location ?? "";
  const number = path.replace(/^\/support\/|[?#].*$/g, "");
  const [note, answer] = [uuid(), uuid()];
  await sendFile(mona, `draft:${note}`, fileOf("kwxnote", "note.txt"));
  await mona.post(`/staff/support/${number}/answer`, { id: note, kind: "note", body: "For us" });
  await sendFile(mona, `draft:${answer}`, fileOf(await photo(), "how.jpg"));
  await mona.post(`/staff/support/${number}/answer`, { id: answer, kind: "message", body: "Like this" });
  const [log, noted, how] = await files();
  expect([log?.name, noted?.name, how?.name]).toEqual(["log.txt", "note.txt", "how.jpg"]);
  expect([noted?.messageId, how?.messageId]).toEqual([note, answer]);
  const visitors = {
    ben,
    mona,
    cleo: await signedIn(people.cleo),
    milo: await signedIn(people.milo),
    nobody: new Visitor(),
  };
  const theirs = { ben: 200, mona: 200, cleo: 404, nobody: 404 };
  expect(await statusesFor(log?.id ?? "", visitors)).toMatchObject(theirs);
  expect(await statusesFor(how?.id ?? "", visitors)).toMatchObject(theirs);
  expect(await statusesFor(noted?.id ?? "", visitors)).toMatchObject({ ...theirs, ben: 404 });
  const page = await ben.get(path);
  expect(page.document.querySelector(`a[href="/files/${log?.id}"]`)?.textContent).toContain("log.txt");
  expect(page.document.querySelector(`img[src="/files/${how?.id}/320"]`)).toBeTruthy();
  expect(page.html).not.toContain("note.txt");
  const staff = await mona.get(`/staff/support/${number}`);
  for (const { id } of await files()) expect(staff.html).toContain(`/files/${id}`);
  expect(mailer.mails.map(({ to }) => to)).toEqual(["ben@example.com"]);
  expect(mailer.mails[0]?.html).toContain(`/files/${log?.id}"`);
  const download = await ben.get(`/files/${log?.id}`);
  expect(download.headers.get("Content-Disposition")).toContain("attachment");
  expect(download.headers.get("Cache-Control")).toContain("private");
});

test("what is said cannot be added to or taken from by anybody", async () => {
  const ticket = await ask(people.ben, { categoryId });
  const id = uuid();
  await attach(people.mona, { kind: "draft", id }, "late.txt");
  await answerTicket(db, { viewer: people.mona, number: ticket, id, body: "Here", kind: "message" });
  const [file] = await files();
  const mona = await signedIn(people.mona);
  expect((await mona.post(`/files/${file?.id}/remove`)).status).toBe(404);
  expect((await sendFile(mona, `ticketMessage:${id}`, fileOf("x", "more.txt"))).status).toBe(400);
  expect(await files()).toHaveLength(1);
});

test("a file that is slower than its text goes with it all the same", async () => {
  const ticket = await ask(people.ben, { categoryId });
  const id = uuid();
  await attach(people.mona, { kind: "draft", id }, "slow.txt", "slow", () =>
    answerTicket(db, { viewer: people.mona, number: ticket, id, body: "Here", kind: "message" }),
  );
  const opening = uuid();
  await attach(people.ben, { kind: "draft", id: opening }, "first.txt", "first", () =>
    ask(people.ben, { categoryId, id: opening }),
  );
  expect(await files()).toMatchObject([
    { name: "slow.txt", messageId: id },
    { name: "first.txt", messageId: expect.any(String) },
  ]);
});

test("a guest sees the files of their ticket by the link of their mail, and by no other", async () => {
  const [ticket, other] = [await ask(null, { categoryId }), await ask(null, { categoryId, subject: "Another" })];
  const id = uuid();
  await attach(people.mona, { kind: "draft", id }, "how.txt");
  await answerTicket(db, { viewer: people.mona, number: ticket, id, body: "Here", kind: "message" });
  const [file] = await files();
  const keyOf = ({ person }: typeof ticket) => `?key=${encodeURIComponent(ticketKeyFor(secret, person))}`;
  const guest = { guest: new Visitor() };
  expect(await statusesFor(file?.id ?? "", guest, keyOf(ticket))).toEqual({ guest: 200 });
  expect(await statusesFor(file?.id ?? "", guest, keyOf(other))).toEqual({ guest: 404 });
  expect(await statusesFor(file?.id ?? "", guest, "?key=nonsense")).toEqual({ guest: 404 });
  const page = await guest.guest.get(`${ticketPath(ticket)}${keyOf(ticket)}`);
  const link = page.document.querySelector("a[download]")?.getAttribute("href") ?? "";
  expect(link.startsWith(`/files/${file?.id}?key=`)).toBe(true);
  expect((await guest.guest.get(link)).status).toBe(200);
  await db.update(ticketPeople).set({ keyVersion: 2 }).where(eq(ticketPeople.id, ticket.person.id));
  expect(await statusesFor(file?.id ?? "", guest, keyOf(ticket))).toEqual({ guest: 404 });
});

test("a file is as visible as its ticket: restricted, put away, merged, forgotten", async () => {
  const [one, two] = [await ask(people.ben, { categoryId }), await ask(people.ben, { categoryId, subject: "Again" })];
  const id = uuid();
  await attach(people.ben, { kind: "draft", id }, "mine.txt");
  await replyToTicket(db, { personId: two.person.id, id, body: "See", source: "page" });
  const [file] = await files();
  const visitors = {
    ada: await signedIn(people.ada),
    mona: await signedIn(people.mona),
    ben: await signedIn(people.ben),
  };
  const change = (set: Partial<typeof tickets.$inferInsert>, ticket = two) =>
    db.update(tickets).set(set).where(eq(tickets.id, ticket.id));
  const seen = () => statusesFor(file?.id ?? "", visitors);
  expect(await seen()).toEqual({ ada: 200, mona: 200, ben: 200 });
  await change({ isRestricted: true });
  expect(await seen()).toEqual({ ada: 200, mona: 404, ben: 200 });
  await change({ isRestricted: false });
  await mergeTickets(db, { viewer: people.mona, number: two, into: one });
  expect(await seen()).toEqual({ ada: 200, mona: 200, ben: 200 });
  await change({ deletedAt: new Date() }, one);
  expect(await seen()).toEqual({ ada: 200, mona: 200, ben: 404 });
  const later = new Date(Date.now() + 40 * 24 * 60 * 60_000);
  await forgetPutAwayTickets(db, later);
  await forgetFiles(db, testStore, later);
  expect(await seen()).toEqual({ ada: 404, mona: 404, ben: 404 });
  expect(await files()).toEqual([]);
  expect(storedFiles()).toEqual([]);
});

test("the files of a mail come with it, and those that are refused are named", async () => {
  const ticket = await ask(null, { categoryId });
  const mail = {
    from: "guest@example.org",
    to: replyAddress(ticket.person.id),
    subject: "Re: it",
    text: "",
    messageId: "<one@example.org>",
    attachments: [
      { filename: "photo.jpg", content: await photo() },
      { filename: "broken.jpg", content: (await photo()).subarray(0, 700) },
      { filename: "../../log.txt", content: "lines" },
      {
        filename: "pixel.gif",
        content: Buffer.from("R0lGODlhAQABAAAAACw=", "base64"),
        cid: "pixel@example.org",
        contentDisposition: "inline" as const,
      },
    ],
  };
  await receive(mail);
  const [said] = await db.select().from(ticketMessages).where(eq(ticketMessages.source, "mail"));
  expect(said).toMatchObject({ bodyMarkdown: "", leftOut: ["broken.jpg"] });
  expect((await files()).map(({ name, messageId }) => [name, messageId])).toEqual([
    ["photo.jpg", said?.id],
    ["log.txt", said?.id],
  ]);
  // The same mail by another way.
  await receive({ ...mail, headers: { "X-Way": "another" } });
  expect(await files()).toHaveLength(2);
  const page = await (await signedIn(people.mona)).get(staffTicketPath(ticket));
  expect(page.html).toContain("broken.jpg");
});

test("a stranger's files wait with their mail, for the team alone", async () => {
  const ticket = await ask(people.ben, { categoryId });
  const attached = [{ filename: "strange.txt", content: "from outside" }];
  await receive({
    from: "eve@example.net",
    to: replyAddress(ticket.person.id),
    subject: "Re",
    text: "Hi",
    attachments: attached,
  });
  const [file] = await files();
  const visitors = { mona: await signedIn(people.mona), ben: await signedIn(people.ben) };
  expect(await statusesFor(file?.id ?? "", visitors)).toEqual({ mona: 200, ben: 404 });
});

test("files go along with a message that is split off, and outlive the ticket that it was said in", async () => {
  const ticket = await ask(people.ben, { categoryId });
  const id = uuid();
  await attach(people.ben, { kind: "draft", id }, "both.txt");
  await replyToTicket(db, { personId: ticket.person.id, id, body: "See", source: "page" });
  const split = { viewer: people.mona, number: ticket, messageId: id, subject: "Apart", categoryId };
  const [apart] = [await splitMessage(db, split), await splitMessage(db, split)];
  const [original, copy, ...others] = await files();
  expect(others).toEqual([]);
  const ben = await signedIn(people.ben);
  expect((await ben.get(ticketPath(apart))).html).toContain(`/files/${copy?.id}`);
  await db.update(tickets).set({ deletedAt: new Date() }).where(eq(tickets.id, ticket.id));
  const later = new Date(Date.now() + 40 * 24 * 60 * 60_000);
  await forgetPutAwayTickets(db, later);
  await forgetFiles(db, testStore, later);
  expect(await statusesFor(original?.id ?? "", { ben })).toEqual({ ben: 404 });
  expect((await ben.get(`/files/${copy?.id}`)).html).toBe("both.txt");
});

test("mails name the files of answers and of what is forwarded, by links that open for their readers", async () => {
  const ticket = await ask(null, { categoryId });
  const id = uuid();
  await attach(people.mona, { kind: "draft", id }, "how.txt");
  await answerTicket(db, { viewer: people.mona, number: ticket, id, body: "Like this", kind: "message" });
  const mona = await signedIn(people.mona);
  const address = `${staffTicketPath(ticket)}/forward`;
  const box = (await mona.get(address)).document.querySelector<HTMLInputElement>("input[name=fileIds]");
  const [file] = await files();
  expect([box?.value, box?.checked]).toEqual([file?.id, true]);
  const outside = { id: uuid(), to: "maker@printers.example", body: "Look" };
  await mona.post(address, { ...outside, fileIds: box?.value ?? "" });
  const provider = new Collector();
  await runMailJobs({ mailer: provider });
  const links = [];
  for (const to of ["guest@example.org", outside.to]) {
    const mail = provider.mails.find((one) => one.to === to && one.html.includes("how.txt"));
    expect(mail?.text).toMatch(/how\.txt \(1\skB\)/);
    const [, link = ""] = /href="[^"]*?(\/files\/[^"]+)"/.exec(mail?.html ?? "") ?? [];
    links.push(link.replaceAll("&amp;", "&"));
    expect((await new Visitor().get(links.at(-1) ?? "")).html).toBe("how.txt");
  }
  const [, forwarded] = links;
  const key = forwarded?.replace(/^.*\?/, "");
  expect((await new Visitor().get(`/files/${file?.id}?${key}`)).status).toBe(404);
  const days = (count: number) => new Date(Date.now() - count * 24 * 60 * 60_000);
  const statusAfter = async (createdAt: Date) => {
    await db.update(ticketMessages).set({ createdAt }).where(eq(ticketMessages.id, outside.id));
    return (await new Visitor().get(forwarded ?? "")).status;
  };
  expect([await statusAfter(days(89)), await statusAfter(days(91))]).toEqual([200, 404]);
});

test("a program reads the files of tickets by a token that may, and nothing else that not everybody sees", async () => {
  const ticket = await ask(people.ben, { categoryId });
  const id = uuid();
  await attach(people.ben, { kind: "draft", id }, "mine.txt");
  await replyToTicket(db, { personId: ticket.person.id, id, body: "See", source: "page" });
  const draft = await attach(people.ben, { kind: "draft", id: uuid() }, "draft.txt");
  const [file] = await files();
  const statusBy = async (token: string, of = file?.id) =>
    (await fetch(`${origin()}/files/${of}`, { headers: { Authorization: `Bearer ${token}` } })).status;
  const token = await tokenOf(people.ben);
  expect(await statusBy(token)).toBe(200);
  expect(await statusBy(token, draft)).toBe(404);
  expect(await statusBy(await tokenOf(people.cleo))).toBe(404);
  expect(await statusBy(await tokenOf(people.ben, { scopes: ["tickets:write"] }))).toBe(403);
  expect(await statusBy("gs_nonsense")).toBe(401);
});
