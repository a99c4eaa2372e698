import { eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { deliveries, tickets } from "#db/schema";
import { roles } from "~/models/core/users/policy";
import type { User } from "~/models/core/users/viewer";
import { mergeTickets } from "~/models/support/tickets/merge-tickets.server";
import { answerTicket } from "~/models/support/tickets/say-in-ticket.server";
import { type TicketNumber, writeTicketNumber } from "~/models/support/tickets/ticket-number";
import { askApi, tokenOf } from "../support/api";
import { useApp } from "../support/app";
import { cast } from "../support/cast";
import { db, useDatabase } from "../support/database";
import { attach } from "../support/files";
import { runJobs } from "../support/jobs";
import { addCategory, ask } from "../support/tickets";

useDatabase();
useApp({ RATE_LIMITS: "off" });

type Who = "nobody" | "stranger" | "requester" | "moderator" | "agent" | "maintainer" | "admin";

let people: Record<Exclude<Who, "nobody">, User>;
let number: TicketNumber & { id: string };
const tokens = new Map<Who, string>();

beforeAll(() => expect(roles).toHaveLength(5));

beforeEach(async () => {
  const { ben, cleo, milo, gus, mona, ada } = await cast("ben", "cleo", "milo", "gus", "mona", "ada");
  people = { stranger: cleo, requester: ben, moderator: milo, agent: gus, maintainer: mona, admin: ada };
  const categoryId = await addCategory("Bug Report");
  number = await ask(ben, { categoryId, subject: "It burns", body: "Help" });
  tokens.clear();
  for (const [who, viewer] of Object.entries(people)) {
    const scopes = ["tickets:read", "tickets:write", ...(who === "admin" ? ["settings:write"] : [])] as never;
    tokens.set(who as Who, await tokenOf(viewer, { scopes }));
  }
});

const by = (who: Who, method: string, path: string, body?: unknown) =>
  askApi(path, { method, token: tokens.get(who), body });

const everybody: Who[] = ["nobody", "stranger", "requester", "moderator", "agent", "maintainer", "admin"];
const handlers: Who[] = ["agent", "maintainer", "admin"];

/** What each of everybody, in that order, is answered: an endpoint a row. */
const table: [method: string, path: string, body: unknown, statuses: number[]][] = [
  ["GET", "/api/support/tickets", undefined, [401, 200, 200, 200, 200, 200, 200]],
  ["GET", "/api/support/tickets?status=Nonsense", undefined, [401, 400, 400, 400, 400, 400, 400]],
  ["GET", "/api/support/tickets?limit=100&page=101", undefined, [401, 400, 400, 400, 400, 400, 400]],
  ["POST", "/api/support/tickets", { subject: "A", message: "B", category: "bug report" }, [401, ...six(201)]],
  ["POST", "/api/support/tickets", { subject: "A", message: "B", category: "Nonsense" }, [401, ...six(400)]],
  ["POST", "/api/support/tickets", { subject: "", priority: "Urgent" }, [401, ...six(400)]],
  ["GET", "/api/support/tickets/:id", undefined, [401, 404, 200, 404, 200, 200, 200]],
  ["GET", "/api/support/tickets/ST-2026-9999", undefined, [401, ...six(404)]],
  ["PUT", "/api/support/tickets/:id", { priority: "Critical" }, [401, 404, 403, 404, 200, 200, 200]],
  ["PUT", "/api/support/tickets/:id", { priority: "Highest" }, [401, 404, 403, 404, 400, 400, 400]],
  ["PUT", "/api/support/tickets/:id", { message: "Other words" }, [401, 404, 403, 404, 400, 400, 400]],
  ["GET", "/api/support/tickets/:id/responses", undefined, [401, 404, 200, 404, 200, 200, 200]],
  ["POST", "/api/support/tickets/:id/responses", { message: "Hello" }, [401, 404, 201, 404, 201, 201, 201]],
  ["POST", "/api/support/tickets/:id/responses", { message: "" }, [401, 404, 400, 404, 400, 400, 400]],
  [
    "POST",
    "/api/support/tickets/:id/responses",
    { message: "Psst", isInternal: true },
    [401, 404, 403, 404, 201, 201, 201],
  ],
  ["GET", "/api/admin/support/settings", undefined, [401, 403, 403, 403, 403, 403, 200]],
  ["PUT", "/api/admin/support/settings", { support_auto_response: false }, [401, 403, 403, 403, 403, 403, 200]],
  ["DELETE", "/api/support/tickets", undefined, seven(405)],
  ["PATCH", "/api/support/tickets/:id", {}, seven(405)],
  ["GET", "/api/support/ticket", undefined, seven(405)],
  ["GET", "/api/support/nothing", undefined, seven(404)],
];

function six(status: number): number[] {
  return Array(6).fill(status);
}

function seven(status: number): number[] {
  return Array(7).fill(status);
}

test.each(table)("%s %s with %j is answered by who asks", async (method, path, body, statuses) => {
  const asked = path.replace(":id", number.id);
  const answered = [];
  for (const who of everybody) {
    const { status, body: said } = await by(who, method, asked, body);
    answered.push(status);
    if (status >= 400) expect(said, who).toMatchObject({ error: expect.any(String), code: expect.any(String) });
  }
  expect(answered).toEqual(statuses);
});

test.each(handlers)("%s deletes a ticket, and others do not", async (who) => {
  const path = `/api/support/tickets/${number.id}`;
  const statuses = [];
  for (const one of ["nobody", "stranger", "requester", "moderator"] as const) {
    statuses.push((await by(one, "DELETE", path)).status);
  }
  expect(statuses).toEqual([401, 404, 403, 404]);
  expect(await by(who, "DELETE", path)).toMatchObject({ status: 200, body: { success: true } });
  expect((await db.select().from(tickets))[0]?.deletedAt).not.toBeNull();
  expect((await by(who, "GET", path)).status).toBe(404);
});

test("a ticket has the fields and the words of the document, whatever it is called by", async () => {
  const { agent, requester } = people;
  const [answer, note] = [uuid(), uuid()];
  const shown = await attach(agent, { kind: "draft", id: answer }, "how.txt");
  const hidden = await attach(agent, { kind: "draft", id: note }, "why.txt");
  await answerTicket(db, { viewer: agent, number, id: answer, kind: "message", body: "Which?", next: "waiting" });
  await answerTicket(db, { viewer: agent, number, id: note, kind: "note", body: "Psst" });
  const expected = {
    _id: number.id,
    ticketNumber: writeTicketNumber(number),
    subject: "It burns",
    message: "Help",
    category: "Bug Report",
    priority: "Medium",
    status: "In Progress",
    waitingOnCustomer: true,
    submittedBy: requester.id,
    attachments: [`/files/${shown}`],
    createdAt: expect.any(String),
    updatedAt: expect.any(String),
  };
  const seen = { _id: expect.any(String), message: "Which?", respondedBy: agent.id, isInternal: false };
  const { body: own } = await by("requester", "GET", `/api/support/tickets/${writeTicketNumber(number)}`);
  expect(own.ticket).toEqual({ ...expected, responses: [{ ...seen, createdAt: expect.any(String) }] });
  const { body: agents } = await by("agent", "GET", `/api/support/tickets/${number.id}`);
  expect(agents.ticket).toMatchObject({ attachments: [`/files/${shown}`, `/files/${hidden}`] });
  const { body: all } = await by("agent", "GET", `/api/support/tickets/${number.id}/responses`);
  expect(all.responses).toMatchObject([seen, { message: "Psst", isInternal: true }]);
});

test("tickets are filtered, and counted in pages", async () => {
  const categoryId = await addCategory("Billing");
  for (let i = 0; i < 3; i++) await ask(people.stranger, { categoryId, subject: `Bill ${i}` });
  const titles = async (who: Who, query: string) => {
    const { body } = await by(who, "GET", `/api/support/tickets?${query}`);
    return (body.tickets as { subject: string }[]).map(({ subject }) => subject);
  };
  expect(await titles("requester", "")).toEqual(["It burns"]);
  // Whether a word stands in a note is the team's own business.
  await answerTicket(db, { viewer: people.agent, number, id: uuid(), kind: "note", body: "Psst" });
  expect(await titles("agent", "search=psst")).toEqual(["It burns"]);
  expect(await titles("requester", "search=psst")).toEqual([]);
  expect(await titles("requester", "search=help")).toEqual(["It burns"]);
  expect(await titles("agent", "category=Billing")).toEqual(["Bill 2", "Bill 1", "Bill 0"]);
  expect(await titles("agent", "search=burns&status=Open,Closed&priority=Medium")).toEqual(["It burns"]);
  expect(await titles("agent", "status=Resolved")).toEqual([]);
  expect(await titles("agent", `assignedTo=${people.agent.id}`)).toEqual([]);
  expect(await titles("agent", "start=2020-01-01&end=2020-12-31")).toEqual([]);
  const { body } = await by("agent", "GET", "/api/support/tickets?limit=3&page=2");
  expect(body.pagination).toEqual({ total: 4, page: 2, limit: 3, pages: 2 });
  expect(body.tickets).toHaveLength(1);
});

test("words are found in subjects and messages, also of what was merged, by the team and by whose they are", async () => {
  const categoryId = await addCategory("Billing");
  const part = await ask(people.requester, { categoryId, subject: "It smokes", body: "E-mail from *C++*, no. 12.5" });
  await mergeTickets(db, { viewer: people.agent, number: part, into: number });
  await ask(people.stranger, { categoryId, subject: "It burns, too", body: "Help: E-mail" });
  for (const [search, own, others] of [
    ["C", ["It burns"], []],
    ["burns it", ["It burns"], ["It burns, too"]],
    ["mail", ["It burns"], ["It burns, too"]],
    ["e-mail 12.5", ["It burns"], []],
    ["...", [], []],
  ] as const) {
    for (const [who, expected] of [
      ["requester", own],
      ["agent", [...others, ...own]],
    ] as const) {
      const { body } = await by(who, "GET", `/api/support/tickets?search=${encodeURIComponent(search)}`);
      const found = (body.tickets as { subject: string }[]).map(({ subject }) => subject);
      expect(found, `${search} by the ${who}`).toEqual(expected);
    }
  }
});

test("an update is made as a whole, or not at all", async () => {
  const path = `/api/support/tickets/${number.id}`;
  const wrong = { subject: "New", status: "Closed", assignedTo: people.stranger.id };
  expect((await by("agent", "PUT", path, wrong)).status).toBe(400);
  const [before] = await db.select().from(tickets);
  expect(before).toMatchObject({ subject: "It burns", status: "open", assigneeId: null });
  const right = { subject: "New", status: "Resolved", priority: "Critical", assignedTo: people.agent.id };
  const { body } = await by("agent", "PUT", path, right);
  expect(body.ticket).toMatchObject({ ...right, resolvedAt: expect.any(String) });
});

test("a response mails its requester, unless it is not to", async () => {
  await runJobs();
  const answered = () => db.$count(deliveries, eq(deliveries.kind, "ticket-answer"));
  const path = `/api/support/tickets/${number.id}/responses`;
  await by("agent", "POST", path, { message: "Quiet", notifyUser: false });
  await runJobs();
  expect(await answered()).toBe(0);
  await by("agent", "POST", path, { message: "Loud" });
  await runJobs();
  expect(await answered()).toBe(1);
});

test("the settings are those of the page, and a template has no gap that nobody fills", async () => {
  const path = "/api/admin/support/settings";
  const wanted = {
    support_email: "desk@example.com",
    support_auto_response: true,
    support_email_template: "Hello {{name}}, your number is {{ number }}.",
  };
  expect((await by("admin", "PUT", path, wanted)).body).toEqual(wanted);
  expect((await by("admin", "PUT", path, { support_email_template: "Hello {{surname}}" })).status).toBe(400);
  expect((await by("admin", "GET", path)).body).toEqual(wanted);
  await ask(people.requester, { categoryId: await addCategory("More"), subject: "Again" });
  await runJobs();
  const mails = await db.select().from(deliveries).where(eq(deliveries.to, "ben@example.com"));
  expect(mails.some(({ text }) => text?.includes("Hello Ben, your number is ST-"))).toBe(true);
  expect(await db.$count(deliveries, eq(deliveries.to, "desk@example.com"))).toBe(2);
});

test("whoever has an address asks by the contact form of the customer's own app", async () => {
  await addCategory("General Inquiry");
  const sent = { name: "Zoe", email: "zoe@acme.example", subject: "Hi", description: "Help", priority: 4 };
  const made = await askApi("/api/support/ticket", { method: "POST", body: sent });
  expect(made).toMatchObject({
    status: 201,
    body: { success: true, ticketId: expect.stringMatching(/^ST-\d{4}-0002$/) },
  });
  // Nobody unknown says what is urgent.
  expect((await db.select().from(tickets).where(eq(tickets.subject, "Hi")))[0]?.priority).toBe("high");
  const missing = await askApi("/api/support/ticket", { method: "POST", body: { name: "Zoe" } });
  expect(missing).toMatchObject({ status: 400, body: { error: expect.any(String), details: expect.any(Array) } });
  const elsewhere = { Origin: "https://evil.example", "Sec-Fetch-Site": "cross-site" };
  expect((await askApi("/api/support/ticket", { method: "POST", body: sent, headers: elsewhere })).status).toBe(403);
});
