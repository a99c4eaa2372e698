import { expect, test } from "vitest";
import { originOf } from "~/integrations/freshdesk/address";
import type { TicketPage } from "~/integrations/freshdesk/list-tickets.server";
import { day, hour, minute, second } from "../../../fakes/freshdesk/clock";
import { startAndConnect } from "../../support/freshdesk/connect";

const mara = { email: "mara@northwind.example", name: "Mara Lind" };
const draft = { requester: mara, subject: "Dark mode", description: "<p>Please.</p>" };

async function all(pages: AsyncGenerator<TicketPage>) {
  const tickets = [];
  for await (const page of pages) tickets.push(...page.tickets);
  return tickets;
}

test("the domain may be a host or an address, with whatever stands behind it", () => {
  expect(originOf("acme.freshdesk.com")).toBe("https://acme.freshdesk.com");
  expect(originOf("acme.freshdesk.com/")).toBe("https://acme.freshdesk.com");
  expect(originOf("http://127.0.0.1:3750/a/dashboard")).toBe("http://127.0.0.1:3750");
});

test("a connection is checked, and the account's own fields and choices are read", async () => {
  await using desk = await startAndConnect();
  expect(await desk.client.me()).toMatchObject({ name: "Groundswell", email: "portal@acme.example", ticketScope: 1 });
  const fields = await desk.client.ticketFields();
  const status = fields.find(({ name }) => name === "status");
  expect(status?.choices).toContainEqual({ value: 12, label: "Handed to Engineering" });
  expect(fields.find(({ name }) => name === "source")?.choices).toContainEqual({ value: 15, label: "Web Chat" });
  expect(fields.find(({ name }) => name === "cf_severity")).toMatchObject({
    isCustom: true,
    isRequired: false,
    choices: [
      { value: "S1", label: "S1" },
      { value: "S2", label: "S2" },
      { value: "S3", label: "S3" },
    ],
  });
});

test("a ticket is made, changed, noted and answered, and the customer hears of the answer alone", async () => {
  await using desk = await startAndConnect();
  const { client, freshdesk } = desk;
  const made = await client.createTicket({
    ...draft,
    tags: ["portal"],
    customFields: { cf_portal_reference: "gs-1", cf_severity: null },
  });
  expect(made).toMatchObject({ status: 2, source: 2, tags: ["portal"], dueBy: null });
  await client.updateTicket(made.id, { status: 12, tags: ["portal", "planned"], customFields: { cf_affected: 7 } });
  const note = await client.addNote(made.id, { body: "<div>Planned</div>" });
  expect(note).toMatchObject({ isPrivate: true, bodyText: "Planned" });
  expect(freshdesk.account.mails).toEqual([]);
  await client.reply(made.id, "<div>We will build it.</div>");
  expect(freshdesk.account.mails).toMatchObject([{ to: mara.email, ticketId: made.id }]);
  const contact = await client.findContactByEmail("MARA@northwind.example");
  await client.addNote(made.id, { body: "Thanks!", isPrivate: false, fromContact: contact?.id });
  expect(await client.listConversations(made.id)).toMatchObject([
    { isPrivate: true, isIncoming: false },
    { isPrivate: false, source: 0 },
    { isPrivate: false, isIncoming: true, userId: contact?.id },
  ]);
  expect(freshdesk.ticket(made.id)).toMatchObject({
    status: 12,
    custom_fields: { cf_portal_reference: "gs-1", cf_affected: 7 },
  });
});

test("files go along", async () => {
  await using desk = await startAndConnect();
  const bytes = new TextEncoder().encode("It crashed.");
  const made = await desk.client.createTicket({
    ...draft,
    tags: ["portal", "crash"],
    customFields: { cf_portal_reference: "gs-2" },
    attachments: [{ name: "log.txt", type: "text/plain", bytes }],
  });
  expect(desk.freshdesk.ticket(made.id)).toMatchObject({
    tags: ["portal", "crash"],
    custom_fields: { cf_portal_reference: "gs-2" },
    attachments: [{ name: "log.txt", size: 11 }],
  });
});

test("contacts and companies are found, or are null", async () => {
  await using desk = await startAndConnect();
  const company = desk.freshdesk.account.addCompany("Northwind", ["northwind.example"]);
  await desk.client.createTicket(draft);
  const contact = await desk.client.findContactByEmail(mara.email);
  expect(contact).toMatchObject({ name: "Mara Lind", companyId: String(company.id) });
  expect(await desk.client.getContact(contact?.id ?? "")).toEqual(contact);
  expect(await desk.client.getCompany(String(company.id))).toMatchObject({ name: "Northwind" });
  expect(await desk.client.getCompany("1")).toBeNull();
  expect(await desk.client.getContact("1")).toBeNull();
  expect(await desk.client.findContactByEmail("nobody@x.example")).toBeNull();
});

test("what became of a ticket is told as data", async () => {
  await using desk = await startAndConnect();
  const { freshdesk, client } = desk;
  const [a, b, spam, bin, old, shut] = Array.from({ length: 6 }, () => freshdesk.createTicket(mara).id) as number[] as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  freshdesk.mergeTickets(a, [b]);
  freshdesk.markSpam(spam);
  freshdesk.deleteTicket(bin);
  freshdesk.archive(old);
  freshdesk.setStatus(shut, 5);
  expect(await client.getTicket(a)).toMatchObject({ state: "here" });
  expect(await client.getTicket(b)).toMatchObject({ state: "merged", into: a });
  expect(await client.getTicket(b, { followMerge: false })).toMatchObject({ state: "here", ticket: { status: 5 } });
  expect(await client.getTicket(spam)).toMatchObject({ state: "spam" });
  expect(await client.getTicket(bin)).toMatchObject({ state: "deleted" });
  expect(await client.getTicket(old)).toMatchObject({ state: "archived", ticket: { id: old } });
  expect(await client.getTicket(shut)).toMatchObject({ state: "here", ticket: { status: 5 } });
  expect(await client.getTicket(999_999)).toEqual({ state: "missing" });
  freshdesk.setStatus(b, 2);
  expect(await client.getTicket(b), "opened again").toMatchObject({ state: "here" });
  freshdesk.account.habits.removed = "forbidden";
  expect(await client.getTicket(bin)).toEqual({ state: "hidden" });
  freshdesk.account.habits.removed = "missing";
  expect(await client.getTicket(bin)).toEqual({ state: "missing" });
});

test("a customer's words cannot pass for the note of a merge", async () => {
  await using desk = await startAndConnect();
  const { id } = desk.freshdesk.createTicket(mara);
  desk.freshdesk.customerReply(id, "This ticket is closed and merged into ticket 1");
  desk.freshdesk.setStatus(id, 5);
  expect(await desk.client.getTicket(id)).toMatchObject({ state: "here" });
});

test("lists reach further back than thirty days, and removed tickets have lists of their own", async () => {
  await using desk = await startAndConnect({ clock: { speed: 0, start: Date.UTC(2026, 0, 1) } });
  const { freshdesk, client } = desk;
  const start = new Date(freshdesk.clock.now());
  const [kept, bin, spam] = [1, 2, 3].map(() => freshdesk.createTicket(mara).id) as [number, number, number];
  await freshdesk.clock.advance(60 * day);
  freshdesk.deleteTicket(bin);
  freshdesk.markSpam(spam);
  expect((await all(client.listUpdatedSince(start))).map(({ id }) => id)).toEqual([kept]);
  expect((await all(client.listDeleted(start))).map(({ id }) => id)).toEqual([bin]);
  expect((await all(client.listSpam(start))).map(({ id }) => id)).toEqual([spam]);
  const since = new Date(freshdesk.clock.now() - hour);
  expect(await all(client.listUpdatedSince(since))).toEqual([]);
  const [listed] = await all(client.listUpdatedSince(start, { include: ["requester", "description"] }));
  expect(listed).toMatchObject({ requester: { email: mara.email }, description: "" });
});

test("a ticket just made is in the list of its requester, while the search lags behind", async () => {
  await using desk = await startAndConnect({ clock: { speed: 0 } });
  const { freshdesk, client } = desk;
  const since = new Date(freshdesk.clock.now() - minute);
  const made = await client.createTicket({ ...draft, tags: ["gs-7"] });
  expect((await all(client.listOfRequester(mara.email, since))).map(({ id }) => id)).toEqual([made.id]);
  expect((await client.search("tag:'gs-7'")).total).toBe(0);
  await freshdesk.clock.advance(4 * minute);
  expect(await client.search("tag:'gs-7'")).toMatchObject({ total: 1, tickets: [{ id: made.id }] });
});

test("every ticket is listed once, though some are updated while the list is read", async () => {
  await using desk = await startAndConnect({ clock: { speed: 0 } });
  const { freshdesk, client } = desk;
  const start = new Date(freshdesk.clock.now());
  const ids: number[] = [];
  for (let i = 0; i < 350; i++) {
    ids.push(freshdesk.createTicket(mara).id);
    await freshdesk.clock.advance(second / 2);
  }
  const seen = new Map<number, number>();
  for await (const { tickets } of client.listUpdatedSince(start)) {
    // Ten that were on the first page move to the end: turned pages would skip the ten after it.
    if (seen.size === 0) for (const id of ids.slice(0, 10)) freshdesk.setStatus(id, 3);
    for (const ticket of tickets) seen.set(ticket.id, ticket.status);
  }
  expect([...seen.keys()].sort((a, b) => a - b)).toEqual(ids);
  expect(ids.slice(0, 10).map((id) => seen.get(id))).toEqual(Array(10).fill(3));
});

test("the last page that Freshdesk lists is not the end", async () => {
  await using desk = await startAndConnect({ clock: { speed: 0 }, habits: { lastPage: 3 } });
  const { freshdesk, client } = desk;
  const start = new Date(freshdesk.clock.now());
  const made: number[] = [];
  // 250 in one second need three pages; the rest stand behind them.
  for (let i = 0; i < 250; i++) made.push(freshdesk.createTicket(mara).id);
  await freshdesk.clock.advance(3 * second);
  for (let i = 0; i < 250; i++) made.push(freshdesk.createTicket(mara).id);
  const listed = await all(client.listUpdatedSince(start));
  expect(listed.map(({ id }) => id)).toEqual(made);
});

test("more tickets in one second than the last page holds do not stop the list", async () => {
  await using desk = await startAndConnect({ clock: { speed: 0 }, habits: { lastPage: 2 } });
  const { freshdesk, client } = desk;
  const start = new Date(freshdesk.clock.now());
  for (let i = 0; i < 350; i++) freshdesk.createTicket(mara);
  await freshdesk.clock.advance(5 * second);
  const last = freshdesk.createTicket(mara);
  expect((await all(client.listUpdatedSince(start))).at(-1)?.id).toBe(last.id);
});

test("a list goes on where it stopped", async () => {
  await using desk = await startAndConnect({ clock: { speed: 0 } });
  const { freshdesk, client } = desk;
  let upTo = new Date(freshdesk.clock.now());
  const made: number[] = [];
  for (let i = 0; i < 250; i++) {
    made.push(freshdesk.createTicket(mara).id);
    await freshdesk.clock.advance(second);
  }
  const seen = new Set<number>();
  for await (const page of client.listUpdatedSince(upTo)) {
    for (const { id } of page.tickets) seen.add(id);
    upTo = page.upTo;
    break;
  }
  expect(seen.size).toBe(100);
  for (const { id } of await all(client.listUpdatedSince(upTo))) seen.add(id);
  expect([...seen]).toEqual(made);
});

test("due dates are null just after a write, and statuses and sources that nobody lists pass", async () => {
  await using desk = await startAndConnect({ clock: { speed: 0 } });
  const { freshdesk, client } = desk;
  const made = await client.createTicket({ ...draft, status: 12, source: 15 });
  expect(made).toMatchObject({ status: 12, source: 15, dueBy: null });
  await freshdesk.clock.advance(10 * second);
  const found = await client.getTicket(made.id);
  expect(found.state === "here" && found.ticket.dueBy).toBeInstanceOf(Date);
});
