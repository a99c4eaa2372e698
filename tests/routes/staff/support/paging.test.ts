import { eq, sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { deliveries, pages, tickets } from "#db/schema";
import { openPager } from "~/integrations/pagerduty/open-pager.server";
import type { Pager } from "~/integrations/pagerduty/pager";
import { testPageSender } from "~/jobs/send-test-page.server";
import type { User } from "~/models/core/users/viewer";
import { acceptEscalation } from "~/models/support/escalations/answer-escalation.server";
import { askEscalation } from "~/models/support/escalations/ask-escalation.server";
import { claimPage } from "~/models/support/paging/claim-page.server";
import { takeTicket } from "~/models/support/tickets/change-ticket.server";
import { moveTicket } from "~/models/support/tickets/move-ticket.server";
import { staffTicketPath, writeTicketNumber } from "~/models/support/tickets/ticket-number";
import { type PagerdutyDouble, type PagerdutyFault, startPagerdutyDouble } from "../../../../fakes/pagerduty-double";
import { useApp } from "../../../support/app";
import { signedIn, words } from "../../../support/browser";
import { cast } from "../../../support/cast";
import { db, useDatabase } from "../../../support/database";
import { enqueueNow, runJobs } from "../../../support/jobs";
import { addCategory, ask } from "../../../support/tickets";

useDatabase();
const key = "0123456789abcdef0123456789abcdef";
let double: PagerdutyDouble;
let pager: Pager;
useApp({ PAGERDUTY_ROUTING_KEY: key }, { sendTestPage: (page) => testPageSender(pager)(page) });

let people: Record<"ada" | "gus" | "ben", User>;
/** On a clock that only moves when a test says so. */
let clock = 0;

beforeEach(async () => {
  double = await startPagerdutyDouble({ key });
  pager = openPager({ routingKey: key, url: double.url }, 300);
  people = await cast("ada", "gus", "ben");
  clock = Date.now();
});
afterEach(() => double.stop());

const now = () => new Date(clock);

/** So many seconds go by, and the clock sets it going. */
async function work(seconds = 0, by = pager): Promise<void> {
  clock += seconds * 1000;
  await db.execute(sql`delete from pgboss.job where name = 'send-pages' and state = 'created'`);
  await enqueueNow("send-pages");
  await runJobs({ pager: by, now, origin: "https://desk.example" });
}

const kept = async () =>
  (await db.select().from(pages).orderBy(pages.id)).map(({ action, state }) => `${action} ${state}`);

/** A ticket of Ben's that comes to L4. */
async function raised() {
  const number = await ask(people.ben, { categoryId: await addCategory("Money"), subject: "Ben’s secret" });
  await db.update(tickets).set({ tier: 3 }).where(eq(tickets.id, number.id));
  const person = { ticketId: number.id, userId: people.ben.id };
  await askEscalation(db, { person, reason: "Now!" });
  await acceptEscalation(db, { viewer: people.ada, number, at: now() });
  return number;
}

test("whoever is on call is paged, once, and hears who has it and that it is over", async () => {
  const number = await raised();
  await work();
  const [alert] = double.alerts;
  const text = writeTicketNumber(number);
  expect(alert).toMatchObject({ status: "triggered", severity: "warning", triggers: 1 });
  expect(alert?.summary).toBe(`${text} · L4 · came to L4 · Money · Medium`);
  const [event] = double.taken;
  expect(event?.links).toEqual([{ href: `https://desk.example${staffTicketPath(number)}`, text }]);
  expect(JSON.stringify(double.taken)).not.toMatch(/Ben|secret/);

  await takeTicket(db, { viewer: people.gus, number, at: now() });
  await work();
  expect(alert?.status).toBe("acknowledged");
  await moveTicket(db, { viewer: people.gus, number, from: "open", to: "resolved", at: now() });
  await moveTicket(db, { viewer: people.gus, number, from: "resolved", to: "closed", at: now() });
  await work();
  expect(double.alerts).toMatchObject([{ status: "resolved", triggers: 1 }]);
  expect(await kept()).toEqual(["trigger taken", "acknowledge taken", "resolve taken"]);
  const page = words(await (await signedIn(people.gus)).get(staffTicketPath(number)));
  expect(page).toMatch(/Whoever is on call was paged: came to L4.*somebody has this.*this is over/s);
});

test("faults: what may have arrived is sent again, later each time, and what is refused never", async () => {
  const faults: [PagerdutyFault, number[], number][] = [
    [{ kind: "error", status: 503 }, [4, 1], 1],
    [{ kind: "error", status: 429 }, [29, 1], 1],
    [{ kind: "nonsense" }, [4, 1], 1],
    [{ kind: "error", status: 302 }, [4, 1], 1],
    [{ kind: "cut" }, [4, 1], 2],
    [{ kind: "slow", ms: 600 }, [4, 1], 2],
  ];
  for (const [fault, [early = 0, rest = 0], triggers] of faults) {
    double.fault(fault);
    await raised();
    await work();
    const tried = double.received;
    await work(early);
    expect(double.received, `${fault.kind} waits`).toBe(tried);
    await work(rest);
    expect((await kept()).at(-1)).toBe("trigger taken");
    expect(double.alerts.at(-1)?.triggers, fault.kind).toBe(triggers);
  }
  expect(double.alerts).toHaveLength(faults.length);

  double.fault({ kind: "error", status: 429 }, 2);
  await raised();
  await work();
  await work(31);
  await work(58);
  expect((await kept()).at(-1)).toBe("trigger waiting");
  await work(3);
  expect((await kept()).at(-1)).toBe("trigger taken");
});

test("a worker that dies before or after it has sent doubles and loses nothing, and the end waits for the beginning", async () => {
  const number = await raised();
  await claimPage(db, number.id, now());
  await takeTicket(db, { viewer: people.gus, number, at: now() });
  await moveTicket(db, { viewer: people.gus, number, from: "open", to: "resolved", at: now() });
  await work();
  expect(double.taken).toEqual([]);
  const seen = new Set<string>();
  /** Ends its worker once it has sent something new. */
  const deadly: Pager = {
    async send(event) {
      const answer = await pager.send(event);
      if (seen.has(event.action)) return answer;
      seen.add(event.action);
      throw new Error("killed");
    },
  };
  for (let lives = 0; lives < 3; lives++) await expect(work(61, deadly)).rejects.toThrow("killed");
  await work(61, deadly);
  await work(61, deadly);
  const sent = ["trigger", "trigger", "acknowledge", "acknowledge", "resolve", "resolve"];
  expect(double.taken.map((event) => event.event_action)).toEqual(sent);
  expect(double.alerts).toMatchObject([{ status: "resolved", triggers: 2 }]);
  expect(await kept()).toEqual(["trigger taken", "acknowledge taken", "resolve taken"]);
});

test("a page that nobody gets reaches administrators by mail, and the team on its pages until somebody takes the ticket", async () => {
  const wrong = openPager({ routingKey: "f".repeat(32), url: double.url });
  const number = await raised();
  await work(0, wrong);
  await work(3600, wrong);
  expect(double.statuses).toEqual([400]);
  double.fault({ kind: "error", status: 500 }, 100);
  const late = await raised();
  for (let tries = 0; tries < 12; tries++) await work(300);
  expect(await kept()).toEqual(["trigger failed", "trigger failed"]);

  const failures = db.select().from(deliveries).where(eq(deliveries.kind, "page-failed"));
  expect(await failures.orderBy(deliveries.createdAt)).toMatchObject([
    { to: "ada@example.com", status: "accepted", subject: `Nobody was paged about ${writeTicketNumber(number)}` },
    { to: "ada@example.com", status: "accepted", subject: `Nobody was paged about ${writeTicketNumber(late)}` },
  ]);
  const [adas, guss] = [await signedIn(people.ada), await signedIn(people.gus)];
  expect(words(await guss.get("/staff/support"))).toContain("Nobody was paged about 2 tickets");
  await takeTicket(db, { viewer: people.gus, number, at: now() });
  expect(words(await guss.get("/staff/support"))).toContain("Nobody was paged about a ticket");

  await double.stop();
  double = await startPagerdutyDouble({ key });
  pager = openPager({ routingKey: key, url: double.url });
  const page = await adas.get("/staff/support/settings/paging");
  expect(words(page)).toMatch(/Invalid routing key/);
  const [failed] = await db.select().from(pages).where(eq(pages.state, "failed"));
  await adas.post(`/staff/support/settings/paging/${failed?.id}/again`);
  clock = Date.now();
  await work();
  expect(double.alerts).toHaveLength(1);
  expect(words(await guss.get("/staff/support"))).not.toContain("Nobody was paged");
});

test("a test shows what PagerDuty says, and wakes nobody for long", async () => {
  const adas = await signedIn(people.ada);
  const path = "/staff/support/settings/paging";
  expect(words(await adas.post(path))).toMatch(/PagerDuty has taken the test.*202 .*Event processed/s);
  expect(double.alerts).toMatchObject([{ status: "resolved", severity: "info" }]);
  pager = openPager({ routingKey: "too short", url: double.url });
  expect(words(await adas.post(path))).toContain("Length of 'routing_key' is incorrect");
});
