import { expect, test } from "vitest";
import { minute } from "../../../fakes/freshdesk/clock";
import { type FreshdeskOptions, startFreshdesk } from "../../../fakes/freshdesk/freshdesk";
import type { CallFault } from "../../../fakes/freshdesk/http/faults";
import { asker, draft } from "./ask";

async function start(options: FreshdeskOptions = {}) {
  const freshdesk = await startFreshdesk({ clock: { speed: 0 }, ...options });
  return { freshdesk, ask: asker(freshdesk), [Symbol.asyncDispose]: () => freshdesk.stop() };
}

const limits = (headers: Headers) =>
  ["total", "remaining", "used-currentrequest"].map((name) => headers.get(`x-ratelimit-${name}`));

test("2: three headers always, retry-after when the bucket is empty, and a full one a minute later", async () => {
  await using desk = await start({ rate: { plan: "trial" } });
  const { freshdesk, ask } = desk;
  const first = await ask("GET", "/tickets?include=stats,requester");
  expect(limits(first.headers)).toEqual(["50", "45", "5"]);
  expect(first.headers.get("retry-after")).toBeNull();
  expect(limits((await asker(freshdesk, "wrong")("GET", "/tickets")).headers), "invalid calls count").toEqual([
    "50",
    "44",
    "1",
  ]);
  freshdesk.rate.useElsewhere(44);
  await freshdesk.clock.advance(20_000);
  const refused = await ask("GET", "/agents/me");
  expect([refused.status, refused.headers.get("retry-after"), ...limits(refused.headers)]).toEqual([
    429,
    "40",
    "50",
    "0",
    "1",
  ]);
  expect(freshdesk.budgetExceeded).toBe(1);
  await freshdesk.clock.advance(40_000);
  expect((await ask("GET", "/agents/me")).status).toBe(200);
});

test("2: endpoints have limits of their own", async () => {
  await using desk = await start({ rate: { plan: "growth" } });
  for (let i = 0; i < 20; i++) expect((await desk.ask("GET", "/tickets")).status).toBe(200);
  expect((await desk.ask("GET", "/tickets")).status).toBe(429);
  expect((await desk.ask("GET", "/agents/me")).status).toBe(200);
});

test("2: what a ticket includes costs extra", async () => {
  await using desk = await start();
  const { id } = desk.freshdesk.createTicket({ email: "a@x.example" });
  const { headers } = await desk.ask("GET", `/tickets/${id}?include=conversations,stats`);
  expect(headers.get("x-ratelimit-used-currentrequest")).toBe("3");
});

const answered: [CallFault, number, string][] = [
  ["rate-limited", 429, "limit"],
  ["server-error", 500, "internal_error"],
  ["html", 503, "<html>"],
  ["not-found", 404, ""],
];

test.each(answered)("10: %s answers %i and does nothing", async (fault, status, text) => {
  await using desk = await start();
  desk.freshdesk.faults.plan(fault);
  const answer = await desk.ask("POST", "/tickets", draft);
  expect(answer.status).toBe(status);
  expect(answer.text).toContain(text);
  expect(desk.freshdesk.account.tickets.size).toBe(0);
  expect((await desk.ask("POST", "/tickets", draft)).status, "the next one is well").toBe(201);
});

test("10: a connection is cut before or after the commit", async () => {
  await using desk = await start();
  desk.freshdesk.faults.plan(["cut-before-commit", "cut-after-commit"]);
  await expect(desk.ask("POST", "/tickets", draft)).rejects.toThrow();
  expect(desk.freshdesk.account.tickets.size).toBe(0);
  await expect(desk.ask("POST", "/tickets", draft)).rejects.toThrow();
  expect(desk.freshdesk.account.tickets.size).toBe(1);
  expect(desk.freshdesk.requests.map(({ status, fault }) => [status, fault])).toEqual([
    [0, "cut-before-commit"],
    [201, "cut-after-commit"],
  ]);
});

test("10: JSON is cut off, numbers in headers have fractions, answers are slow", async () => {
  await using desk = await start();
  desk.freshdesk.faults.plan(["truncated", "float-headers", "slow"]);
  const truncated = await desk.ask("POST", "/tickets", draft);
  expect([truncated.status, truncated.json]).toEqual([201, undefined]);
  expect((await desk.ask("GET", "/agents/me")).headers.get("x-ratelimit-total")).toBe("700.0");
  const before = performance.now();
  await desk.ask("GET", "/agents/me");
  expect(performance.now() - before).toBeGreaterThan(150);
});

test("10: faults are planned for some calls, or happen by chance, the same with the same seed", async () => {
  const run = async (seed: number) => {
    await using desk = await start({ seed, rate: { plan: "bought2000" } });
    desk.freshdesk.faults.plan("html", { method: "POST", path: "/notes" });
    desk.freshdesk.faults.chances({ calls: { "server-error": 0.1, "rate-limited": 0.1 } });
    const statuses = [];
    for (let i = 0; i < 60; i++) statuses.push((await desk.ask("GET", "/agents/me")).status);
    expect((await desk.ask("POST", "/tickets/1/notes", { body: "x" })).status).toBe(503);
    return statuses;
  };
  const [first, again, other] = [await run(7), await run(7), await run(8)];
  expect(again).toEqual(first);
  expect(other).not.toEqual(first);
  expect(new Set(first)).toEqual(new Set([200, 429, 500]));
});

test("a clock that runs fast fills buckets by itself", async () => {
  await using desk = await start({ clock: { speed: 60_000 }, rate: { plan: "trial" } });
  desk.freshdesk.rate.useElsewhere(50);
  await expect.poll(async () => (await desk.ask("GET", "/agents/me")).status).toBe(200);
  const before = desk.freshdesk.clock.now();
  await desk.freshdesk.clock.sleep(minute);
  expect(desk.freshdesk.clock.now() - before).toBeGreaterThanOrEqual(minute);
});
