import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { changeSettings } from "~/models/admin/settings/change-settings.server";
import { ticketKeyFor } from "~/models/support/tickets/keys.server";
import { mergeTickets } from "~/models/support/tickets/merge-tickets.server";
import { answerTicket } from "~/models/support/tickets/say-in-ticket.server";
import { type TicketNumber, ticketPath } from "~/models/support/tickets/ticket-number";
import { secret, useApp } from "../../support/app";
import { signedIn, Visitor, words } from "../../support/browser";
import { cast } from "../../support/cast";
import { db, useDatabase } from "../../support/database";
import { fileOf } from "../../support/file-samples";
import { sendFile } from "../../support/files";
import { addCategory, ask } from "../../support/tickets";

useDatabase();
useApp();

type Opened = TicketNumber & { person: { id: string; keyVersion: number } };

const linkOf = (ticket: Opened, more = ""): string =>
  `${ticketPath(ticket)}${more}?key=${ticketKeyFor(secret, ticket.person)}`;

const newest = async (visitor: Visitor, path: string) => JSON.parse((await visitor.get(path)).html).newest as string;

test("a page that waits is told what was said last, and nothing that only the team sees", async () => {
  const { gus } = await cast("gus");
  const number = await ask(null, { categoryId: await addCategory() });
  const guest = new Visitor();
  const first = await newest(guest, linkOf(number, "/newest"));
  const said = { viewer: gus, number };
  await answerTicket(db, { ...said, id: uuid(), kind: "note", body: "Psst" });
  expect(await newest(guest, linkOf(number, "/newest"))).toBe(first);
  const answer = { id: uuid(), kind: "message" as const, body: "Hello" };
  await answerTicket(db, { ...said, ...answer });
  expect(await newest(guest, linkOf(number, "/newest"))).toBe(answer.id);
  expect((await guest.get(`${ticketPath(number)}/newest`)).status).toBe(404);
});

test("in a private portal the link in the mail opens its ticket, and nothing else", async () => {
  const { ada } = await cast("ada");
  const number = await ask(null, { categoryId: await addCategory(), subject: "It burns" });
  await changeSettings(db, { viewer: ada, values: { isPrivate: true } });
  const guest = new Visitor();
  expect(words(await guest.get(linkOf(number)))).toContain("It burns");
  const answered = await guest.post(linkOf(number, "/messages"), { id: uuid(), body: "Still" });
  expect(answered.status).toBe(303);
  for (const path of [ticketPath(number), "/support", "/support/new", "/"]) {
    expect((await guest.get(path)).location, path).toMatch(/^\/sign-in/);
  }
});

test("the link to a merged ticket shows its requester the one that it became", async () => {
  const { gus } = await cast("gus");
  const categoryId = await addCategory();
  const [one, two] = [
    await ask(null, { categoryId, subject: "First" }),
    await ask(null, { categoryId, subject: "Other" }),
  ];
  await mergeTickets(db, { viewer: gus, number: one, into: two });
  const page = await new Visitor().get(linkOf(one));
  expect(page.document.querySelector("h1")?.textContent).toBe("Other");
  expect(page.document.querySelectorAll("main article")).toHaveLength(2);
});

test("a program that fills in what nobody sees is told what people are told, and opens nothing", async () => {
  const categoryId = await addCategory();
  const form = { id: uuid(), name: "Bot", email: "bot@example.org", subject: "Buy", body: "Now", categoryId };
  const guest = new Visitor();
  const sent = await guest.post("/support/new", { ...form, website: "https://spam.example" });
  expect(sent.location).toBe("/support/received");
  const { ada } = await cast("ada");
  const queue = await (await signedIn(ada)).get("/staff/support");
  expect(words(queue)).toContain("No ticket here.");
  expect((await guest.post("/support/new", form)).location).toMatch(/^\/support\/received\?number=ST-/);
});

test("without a proof of work, one network opens few tickets", async () => {
  const categoryId = await addCategory();
  const guest = new Visitor();
  const statuses = [];
  for (let i = 0; i < 4; i++) {
    const form = {
      id: uuid(),
      name: "Zoe",
      email: `zoe-${i}@example.org`,
      subject: `No ${i}`,
      body: "Help",
      categoryId,
    };
    statuses.push((await guest.post("/support/new", form)).status);
  }
  expect(statuses).toEqual([303, 303, 303, 429]);
});

test("one network sends a bounded number of files for what guests write", async () => {
  const guest = new Visitor();
  const statuses = [];
  for (let i = 0; i < 31; i++) statuses.push((await sendFile(guest, `draft:${uuid()}`, fileOf("x", "x"))).status);
  expect(statuses.slice(-2)).toEqual([201, 429]);
});
