import { expect, test } from "vitest";
import { FreshdeskError } from "~/integrations/freshdesk/freshdesk-error";
import { openFreshdesk } from "~/integrations/freshdesk/open-freshdesk.server";
import type { CallFault } from "../../../fakes/freshdesk/http/faults";
import { freePort } from "../../support/free-port";
import { connect, startAndConnect } from "../../support/freshdesk/connect";

const fast = { clock: { speed: 600 } };
const draft = { requester: { email: "mara@x.example" }, subject: "Dark mode", description: "<p>Please.</p>" };

async function failure(promise: Promise<unknown>): Promise<FreshdeskError> {
  const error = await promise.then(
    () => undefined,
    (reason) => reason,
  );
  expect(error).toBeInstanceOf(FreshdeskError);
  return error;
}

const passing: CallFault[] = [
  "rate-limited",
  "server-error",
  "html",
  "cut-before-commit",
  "cut-after-commit",
  "truncated",
  "slow",
  "float-headers",
];

test.each(passing)("reading gets over one %s", async (fault) => {
  await using desk = await startAndConnect(fast);
  const { id } = desk.freshdesk.createTicket({ email: "mara@x.example", subject: "Dark mode" });
  desk.freshdesk.faults.plan(fault);
  expect(await desk.client.getTicket(id)).toMatchObject({ state: "here", ticket: { subject: "Dark mode" } });
});

test.each<CallFault>(["server-error", "html", "cut-before-commit", "truncated"])(
  "reading gives up after some tries of %s",
  async (fault) => {
    await using desk = await startAndConnect(fast);
    desk.freshdesk.faults.plan(Array(4).fill(fault));
    expect(await failure(desk.client.me())).toMatchObject({ kind: "unavailable" });
    expect(desk.freshdesk.requests).toHaveLength(4);
  },
);

test.each<[CallFault, number]>([
  ["server-error", 0],
  ["html", 0],
  ["cut-before-commit", 0],
  ["cut-after-commit", 1],
  ["truncated", 1],
])("a write that meets %s is uncertain, and is sent once", async (fault, tickets) => {
  await using desk = await startAndConnect(fast);
  desk.freshdesk.faults.plan(fault);
  expect(await failure(desk.client.createTicket(draft))).toMatchObject({ kind: "uncertain" });
  expect(desk.freshdesk.requests).toHaveLength(1);
  expect(desk.freshdesk.account.tickets.size).toBe(tickets);
});

test("notes, replies and changes whose answers are lost are uncertain too", async () => {
  await using desk = await startAndConnect(fast);
  const { id } = desk.freshdesk.createTicket({ email: "mara@x.example" });
  desk.freshdesk.faults.plan(["cut-after-commit", "cut-after-commit", "cut-after-commit"]);
  expect(await failure(desk.client.addNote(id, { body: "x" }))).toMatchObject({ kind: "uncertain" });
  expect(await failure(desk.client.reply(id, "x"))).toMatchObject({ kind: "uncertain" });
  expect(await failure(desk.client.updateTicket(id, { status: 3 }))).toMatchObject({ kind: "uncertain" });
  expect(desk.freshdesk.conversations(id)).toHaveLength(2);
  expect(desk.freshdesk.requests).toHaveLength(3);
});

test("a write that was refused for the limit has not happened, and is sent again", async () => {
  await using desk = await startAndConnect(fast);
  desk.freshdesk.faults.plan("rate-limited");
  await desk.client.createTicket(draft);
  expect(desk.freshdesk.account.tickets.size).toBe(1);
});

test("a limit that lasts long is told instead of waited for", async () => {
  await using desk = await startAndConnect(fast);
  desk.freshdesk.faults.retryAfter = 3600;
  desk.freshdesk.faults.plan("rate-limited");
  expect(await failure(desk.client.me())).toMatchObject({ kind: "rate-limited", retryAfter: 3_600_000 });
});

test("a slow answer to a write is uncertain once the time is out", async () => {
  await using desk = await startAndConnect(fast, { timeout: 50 });
  desk.freshdesk.faults.plan("slow");
  expect(await failure(desk.client.createTicket(draft))).toMatchObject({ kind: "uncertain" });
});

test("a write that nobody listened to is not uncertain", async () => {
  const client = openFreshdesk({ domain: `http://127.0.0.1:${await freePort()}`, apiKey: "x", tries: 1 });
  expect(await failure(client.createTicket(draft))).toMatchObject({ kind: "unavailable" });
});

test("what Freshdesk refuses is told with every field and code, and not sent again", async () => {
  await using desk = await startAndConnect(fast);
  const error = await failure(
    desk.client.createTicket({ ...draft, subject: "", status: 99, customFields: { cf_severity: "S9", cf_nope: 1 } }),
  );
  expect(error).toMatchObject({ kind: "refused", status: 400 });
  expect(error.problems.map(({ field, code }) => [field, code])).toEqual([
    ["subject", "missing_field"],
    ["status", "invalid_value"],
    ["cf_severity", "invalid_value"],
    ["cf_nope", "invalid_field"],
  ]);
  expect(error.message).toMatch(/^Freshdesk refused it \(400\): subject – .+ \(missing_field\); status – /);
  expect(desk.freshdesk.requests).toHaveLength(1);
});

test("writing to what lies in the bin is a conflict, to what is not there is not found", async () => {
  await using desk = await startAndConnect(fast);
  const { id } = desk.freshdesk.createTicket({ email: "mara@x.example" });
  desk.freshdesk.deleteTicket(id);
  expect(await failure(desk.client.updateTicket(id, { status: 3 }))).toMatchObject({ kind: "conflict", status: 405 });
  expect(await failure(desk.client.addNote(404, { body: "x" }))).toMatchObject({ kind: "not-found" });
});

test("an agent who may not write is told so", async () => {
  await using desk = await startAndConnect(fast);
  const { id } = desk.freshdesk.createTicket({ email: "mara@x.example" });
  const observer = connect(desk.freshdesk, { apiKey: desk.freshdesk.restrictedKey });
  expect(await observer.getTicket(id)).toMatchObject({ state: "here" });
  expect(await failure(observer.addNote(id, { body: "x" }))).toMatchObject({
    kind: "forbidden",
    problems: [{ code: "access_denied" }],
  });
});

test("a wrong key is shown once: afterwards everything is refused at once, until somebody resets it", async () => {
  await using desk = await startAndConnect(fast);
  const client = connect(desk.freshdesk, { apiKey: "wrong" });
  expect(client.brokenBy).toBeNull();
  const failures = await Promise.all([client.me(), client.ticketFields(), client.getTicket(1)].map(failure));
  expect(failures.map(({ kind }) => kind)).toEqual(["unauthorized", "unauthorized", "unauthorized"]);
  expect(await failure(client.createTicket(draft))).toMatchObject({ kind: "unauthorized" });
  expect(client.brokenBy).toMatchObject({ kind: "unauthorized" });
  expect(desk.freshdesk.requests).toHaveLength(1);
  client.reset();
  await failure(client.me());
  expect(desk.freshdesk.requests).toHaveLength(2);
});

test("closing lets go of what waits", async () => {
  await using desk = await startAndConnect({ clock: { speed: 0 }, rate: { plan: "trial" } });
  const waiting = Promise.allSettled(Array.from({ length: 60 }, () => desk.client.me()));
  await expect.poll(() => desk.freshdesk.requests.length, { timeout: 15_000 }).toBe(35);
  await new Promise((resolve) => setTimeout(resolve, 150));
  desk.client.close();
  const settled = await waiting;
  expect(settled.filter(({ status }) => status === "rejected")).toHaveLength(25);
  expect(await failure(desk.client.me())).toMatchObject({ kind: "unavailable" });
});

test("no key stands in an error", async () => {
  await using desk = await startAndConnect(fast);
  const client = connect(desk.freshdesk, { apiKey: "very-secret" });
  const error = await failure(client.me());
  expect(JSON.stringify({ ...error, message: error.message, stack: error.stack })).not.toContain("very-secret");
});
