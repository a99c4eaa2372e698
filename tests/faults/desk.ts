import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { rows } from "#db/client.server";
import { announceJobs } from "#db/queue.server";
import { ticketCategories } from "#db/schema";
import { changeSettings } from "~/models/support/freshdesk/settings.server";
import { openTicket } from "~/models/support/tickets/open-ticket.server";
import { startFreshdesk } from "../../fakes/freshdesk/freshdesk";
import { startResendDouble } from "../../fakes/resend-double";
import { stopChild } from "../bench/child";
import { startTcpProxy, type TcpProxy } from "../support/tcp-proxy";
import { openFaultDatabase } from "./database";
import { startWorker } from "./kill-worker";

// `npm run faults:desk`: 500 guests open a ticket each while the worker is killed (SIGKILL) and Freshdesk and the mail
// provider go away in turn. Each ticket is to be there once here and once there, and each guest to have one confirmation.

const tickets = Number(process.env.FAULT_TICKETS) || 500;
/** Milliseconds between one outage and the next. */
const every = 700;
const minute = 60_000;
const jobs = ["sync-freshdesk", "send-to-freshdesk", "mail-ticket", "send-mail"] as const;

setTimeout(() => {
  throw new Error("This takes too long.");
}, 15 * minute).unref();

const { database, stop } = await openFaultDatabase("desk");
const { db } = database;
const plan = { total: 7000, create: 2800, update: 2800, list: 2000, contacts: 2000 };
const freshdesk = await startFreshdesk({ rate: plan });
const resend = await startResendDouble({ rate: 50 });
const [deskCable, mailCable] = await Promise.all([cableTo(freshdesk.url), cableTo(resend.url)]);
await changeSettings(db, { desk: "all", deskSince: new Date() });
const [category] = await db.select({ id: ticketCategories.id }).from(ticketCategories).limit(1);

const env = {
  FRESHDESK_DOMAIN: `http://127.0.0.1:${deskCable.port}`,
  FRESHDESK_API_KEY: freshdesk.apiKey,
  RESEND_API_KEY: resend.key,
  RESEND_BASE_URL: `http://127.0.0.1:${mailCable.port}`,
};
const outages = { worker: 0, freshdesk: 0, mail: 0 };
let worker = startWorker(database.url, env);
let isOver = false;
const breaking = breakInTurn();
for (let i = 0; i < tickets; i++) {
  await openTicket(db, {
    ...{ viewer: null, language: "en", id: uuid(), source: "page" },
    guest: { name: `Guest ${i}`, email: addressOf(i) },
    draft: { subject: `Ticket ${i}`, body: "Please help.", categoryId: category?.id ?? 0 },
  });
  await pause(40);
}
isOver = true;
await breaking;
for (const began = Date.now(); (await countLeft()) > 0; await pause(500)) {
  if (Date.now() - began > 6 * minute) throw new Error(`It does not come to rest: ${await countLeft()} are left.`);
  await passTime(20);
}
await stopChild(worker);

const there = countBy([...freshdesk.account.tickets.values()].map(({ subject }) => subject));
const confirmed = countBy(resend.mails.flatMap(({ to }) => to));
const [here] = await rows<{ tickets: number; handed: number; refused: number }>(
  db,
  sql`select (select count(distinct subject)::int from tickets) as tickets,
    (select count(distinct number)::int from freshdesk_handovers) as handed,
    (select count(*)::int from freshdesk_writes where state = 'refused') as refused`,
);
const wrong = {
  "tickets not here": tickets - (here?.tickets ?? 0),
  "tickets not known to be there": tickets - (here?.handed ?? 0),
  "tickets not there": count(tickets, (i) => !there.has(`Ticket ${i}`)),
  "tickets there twice": count(tickets, (i) => (there.get(`Ticket ${i}`) ?? 0) > 1),
  "guests without a confirmation": count(tickets, (i) => !confirmed.has(addressOf(i))),
  "guests with two": count(tickets, (i) => (confirmed.get(addressOf(i)) ?? 0) > 1),
  "writes refused": here?.refused ?? 0,
};
console.log(
  `${tickets} tickets; the worker was killed ${outages.worker} times, Freshdesk went away ${outages.freshdesk} and the mail provider ${outages.mail} times.`,
);
for (const [what, many] of Object.entries(wrong)) console.log(`${what}: ${many}`);
if (Object.values(wrong).some((many) => many !== 0)) process.exitCode = 1;
await Promise.all([deskCable.close(), mailCable.close(), freshdesk.stop(), resend.stop()]);
await stop();
process.exit();

function addressOf(i: number): string {
  return `guest-${i}@example.org`;
}

function cableTo(url: string): Promise<TcpProxy> {
  return startTcpProxy({ host: "127.0.0.1", port: Number(new URL(url).port) });
}

async function breakInTurn(): Promise<void> {
  while (!isOver) {
    await outage("worker", killWorker);
    await outage("freshdesk", () => pull(deskCable));
    await outage("mail", () => pull(mailCable));
  }
}

async function outage(what: keyof typeof outages, make: () => Promise<void>): Promise<void> {
  await pause(every * Math.random());
  await make();
  outages[what] += 1;
  await passTime(0);
}

async function killWorker(): Promise<void> {
  const victim: ChildProcess = worker;
  victim.kill("SIGKILL");
  await once(victim, "exit");
  worker = startWorker(database.url, env);
  // Until it works: one that is killed before does no harm to anybody.
  await pause(3000);
}

async function pull(cable: TcpProxy): Promise<void> {
  await cable.cut();
  await pause(every);
  await cable.mend();
}

/** What the queue does by itself after some minutes, at once. */
async function passTime(seconds: number): Promise<void> {
  await db.execute(sql`update pgboss.job set state = 'retry', start_after = now(), retry_limit = 1000
    where state = 'retry' or state = 'active' and started_on <= now() - make_interval(secs => ${seconds})`);
  await announceJobs(db, [...jobs]);
}

async function countLeft(): Promise<number> {
  const [left] = await rows<{ left: number }>(
    db,
    sql`select ((select count(*) from freshdesk_writes where state in ('queued', 'sending', 'uncertain'))
      + (select count(*) from deliveries where handed_over_at is null)
      + (select count(*) from pgboss.job where name in ('sync-freshdesk', 'mail-ticket')
        and state in ('created', 'retry', 'active')))::int as left`,
  );
  return left?.left ?? 0;
}

function countBy(names: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function count(many: number, isSo: (i: number) => boolean): number {
  return Array.from({ length: many }, (_, i) => i).filter(isSo).length;
}
