import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { rows } from "#db/client.server";
import { freshdeskReads } from "#db/schema";
import { origin, useApp } from "../support/app";
import { db, useDatabase } from "../support/database";

useDatabase();
const secret = "what automation rules send along";
useApp({ FRESHDESK_WEBHOOK_SECRET: secret });

const call = (body: string, headers: Record<string, string> = { "x-webhook-secret": secret }) =>
  fetch(`${origin()}/hooks/freshdesk`, { method: "POST", headers, body });

const asked = async () => (await db.select().from(freshdeskReads)).map(({ ticket }) => ticket).sort((a, b) => a - b);

const jobs = async () =>
  (await rows<{ name: string }>(db, sql`select name from pgboss.job order by name`)).map(({ name }) => name);

const basic = (password: string) => ({ authorization: `Basic ${Buffer.from(`any:${password}`).toString("base64")}` });

test.each([
  ["in its header", { "X-Webhook-Secret": secret }],
  ["as a password", basic(secret)],
])("the secret %s lets a message in, and the ticket is to be read", async (_, headers) => {
  expect((await call('{"freshdesk_webhook":{"ticket_id":12}}', headers)).status).toBe(202);
  expect(await asked()).toEqual([12]);
  expect(await jobs()).toEqual(["read-tickets"]);
});

test.each([
  ["none", {}],
  ["a wrong one", { "x-webhook-secret": `${secret}!` }],
  ["an empty one", { "x-webhook-secret": "" }],
  ["a wrong password", basic("wrong")],
  ["nonsense", { authorization: "Basic !!!" }],
])("with %s nothing is taken in", async (_, headers) => {
  expect((await call('{"ticket_id":12}', headers as Record<string, string>)).status).toBe(401);
  expect(await asked()).toEqual([]);
  expect(await jobs()).toEqual([]);
});

test.each([
  ["a number", '{"freshdesk_webhook":{"ticket_id":12,"ticket_subject":"Hello"}}'],
  ["text", '{"ticket_id":"12"}'],
  ["a renamed label and a prefix", '{"freshdesk_webhook":{"ticket_status":"Offen (neu)","ticket_id":"INC-12"}}'],
  ["JSON that a subject broke", '{"id":12,"subject":"He said "no"\nand left"}'],
  ["a form", "freshdesk_webhook%5Bticket_id%5D=12&freshdesk_webhook%5Bticket_subject%5D=x"],
  ["a placeholder's name", '{"ticket.id": 12}'],
  ["its address", '{"url":"https://acme.freshdesk.com/helpdesk/tickets/12"}'],
  ["XML with its address", "<x><url>https://acme.freshdesk.com/a/tickets/12</url></x>"],
])("finds the ticket in %s", async (_, body) => {
  expect((await call(body)).status).toBe(202);
  expect(await asked()).toEqual([12]);
});

test("a message that names no ticket has everything gone through", async () => {
  expect((await call("something happened")).status).toBe(202);
  expect(await asked()).toEqual([]);
  expect(await jobs()).toEqual(["reconcile-freshdesk"]);
});

test("the long ids of contacts and companies are no tickets", async () => {
  await call('{"ticket_id":12,"company":{"id":43000000001},"contact_id":43000000002}');
  expect(await asked()).toEqual([12]);
});

test("the same message many times is one ticket to read, and one job", async () => {
  await Promise.all(Array.from({ length: 8 }, () => call('{"ticket_id":12}')));
  expect(await asked()).toEqual([12]);
  expect(await jobs()).toEqual(["read-tickets"]);
});

test("too long a message is refused", async () => {
  expect((await call(`{"ticket_id":12,"x":"${"x".repeat(1_100_000)}"}`)).status).toBe(413);
  expect(await asked()).toEqual([]);
});
