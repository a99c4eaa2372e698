import { asc, eq, sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { deliveries, events, notifications, pages, supportTierMembers, supportTiers, ticketTargets } from "#db/schema";
import { openPager } from "~/integrations/pagerduty/open-pager.server";
import type { User } from "~/models/core/users/viewer";
import { takeTicket } from "~/models/support/tickets/change-ticket.server";
import { rateTicket } from "~/models/support/tickets/rate-ticket.server";
import { answerTicket } from "~/models/support/tickets/say-in-ticket.server";
import { type PagerdutyDouble, startPagerdutyDouble } from "../../fakes/pagerduty-double";
import { useApp } from "../support/app";
import { cast } from "../support/cast";
import { db, step, useDatabase } from "../support/database";
import { enqueueNow, runJobs } from "../support/jobs";
import { Collector } from "../support/mailers";
import { addPolicy } from "../support/promises";
import { addCategory, ask } from "../support/tickets";

useDatabase();
useApp();

let pagerduty: PagerdutyDouble;
beforeAll(async () => {
  pagerduty = await startPagerdutyDouble();
});
afterAll(() => pagerduty.stop());

const hour = 3600;
/** On Monday, 2 November 2026. */
const at = (time: string): Date => new Date(`2026-11-02T${time}:00Z`);

interface Story {
  agent: User;
  categoryId: number;
  /** The requester's. */
  email: string;
  /** Whether workers are. */
  isKilled: boolean;
}

/** A ticket that is late, goes to L2, has somebody paged, is taken, answered, solved and rated. */
async function live({ agent, categoryId, email, isKilled }: Story) {
  const mailer = new Collector();
  let deaths = 0;
  async function died(): Promise<void> {
    deaths += 1;
    // What a dead worker was about to send is nobody's until its time is up.
    await db.update(pages).set({ leasedUntil: sql`leased_until - interval '1 hour'` });
  }
  async function work(time: string): Promise<void> {
    for (const name of ["watch-promises", "send-due-mail", "send-pages"] as const) await enqueueNow(name);
    await runJobs({ mailer, pager: pager(), now: () => at(time) }, isKilled ? { died } : {});
  }
  const ticket = await ask(null, { categoryId, guest: { name: "Zoe", email }, at: at("09:00") });
  await work("09:01");
  await work("09:46");
  await work("10:01");
  await takeTicket(db, { viewer: agent, number: ticket, at: at("10:10") });
  await work("10:11");
  const said = { id: uuid(), kind: "message", body: "Soap helps.", next: "resolved" } as const;
  await answerTicket(db, { viewer: agent, number: ticket, ...said, at: at("10:20") });
  await work("10:21");
  const person = { id: ticket.person.id, ticketId: ticket.id, userId: null };
  await rateTicket(db, { person, rating: 5, text: "", at: at("11:00") });
  await work("11:01");
  return { deaths, end: { ...(await findEnd(ticket.id, email)), mails: received(mailer) } };
}

/** Whose worker may die before it sends. */
function pager() {
  const real = openPager({ routingKey: pagerduty.key, url: pagerduty.url });
  return {
    send(event: Parameters<typeof real.send>[0]) {
      step();
      return real.send(event);
    },
  };
}

/** Of the requester and of L2, as they keep them: the same mail again has its id. */
const received = ({ mails }: Collector) => new Set(mails.map(({ id }) => id)).size;

async function findEnd(ticketId: string, email: string) {
  const [happened, targets, told, mailed, paged] = await Promise.all([
    db.select().from(events).where(eq(events.ticketId, ticketId)).orderBy(asc(events.id)),
    db.select().from(ticketTargets).where(eq(ticketTargets.ticketId, ticketId)).orderBy(asc(ticketTargets.kind)),
    db.select().from(notifications).where(eq(notifications.ticketId, ticketId)),
    db.select().from(deliveries).where(eq(deliveries.to, email)).orderBy(asc(deliveries.kind)),
    db.select().from(pages).where(eq(pages.ticketId, ticketId)).orderBy(asc(pages.id)),
  ]);
  return {
    events: happened.map(({ type, createdAt }) => `${createdAt.toISOString().slice(11, 16)} ${type}`),
    targets: targets.map(({ ticketId: _, ...target }) => target),
    told: told.length,
    deliveries: mailed.map(({ kind, status }) => `${kind} ${status}`),
    pages: paged.map(({ action, reason, state }) => `${action} ${reason} ${state}`),
    alerts: pagerduty.alerts.filter(({ key }) => key.includes(ticketId)).map(({ status }) => status),
  };
}

test("a worker that is killed after each step of each job brings a ticket to the same end", async () => {
  const { mona, gus } = await cast("mona", "gus");
  await db.insert(supportTiers).values([1, 2, 3, 4].map((tier) => ({ tier, responseSeconds: hour })));
  await db.insert(supportTierMembers).values({ tier: 2, userId: gus.id });
  await addPolicy({}, { firstSeconds: hour, resolutionSeconds: 4 * hour });
  const story = { agent: mona, categoryId: await addCategory("Leaks", "urgent") };
  const undisturbed = await live({ ...story, email: "zoe@example.org", isKilled: false });
  expect(undisturbed.end).toMatchObject({
    events: [
      "09:00 ticket.opened",
      "09:45 ticket.at_risk",
      "10:00 ticket.breached",
      "10:01 ticket.raised",
      "10:01 ticket.page_sent",
      "10:10 ticket.assigned",
      "10:11 ticket.page_sent",
      "10:20 ticket.answered",
      "10:20 ticket.moved",
      "10:21 ticket.page_sent",
      "11:00 ticket.rated",
    ],
    told: 1,
    deliveries: ["ticket-received accepted", "ticket-answer accepted"],
    alerts: ["resolved"],
    mails: 3,
  });
  const killed = await live({ ...story, email: "zoe@example.com", isKilled: true });
  expect(killed.end).toEqual(undisturbed.end);
  expect(killed.deaths).toBeGreaterThan(40);
});
