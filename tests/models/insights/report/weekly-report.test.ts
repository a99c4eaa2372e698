import { eq } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { deliveries, reportReaders, supportTierMembers, supportTiers, users } from "#db/schema";
import { changeRole } from "~/models/core/users/change-role.server";
import { chooseReportReaders } from "~/models/insights/report/readers.server";
import { dueWeek } from "~/models/insights/report/report-week";
import { watchPromises } from "~/models/support/promises/watch-promises.server";
import { restrictTicket } from "~/models/support/tickets/change-ticket.server";
import { answerTicket } from "~/models/support/tickets/say-in-ticket.server";
import { writeTicketNumber } from "~/models/support/tickets/ticket-number";
import { useApp } from "../../../support/app";
import { signedIn, words } from "../../../support/browser";
import { cast } from "../../../support/cast";
import { db, useDatabase } from "../../../support/database";
import { enqueueNow, runJobs } from "../../../support/jobs";
import { Collector } from "../../../support/mailers";
import { addPolicy } from "../../../support/promises";
import { addCategory, ask } from "../../../support/tickets";

useDatabase();
useApp();

const hour = 3600;
const on = (text: string): Date => new Date(`2026-${text}Z`);
/** Of Berlin's last days of winter time: summer began in the night to the Sunday of that week. */
const [before, monday] = [on("03-23T07:00"), on("03-30T06:00")];

let mailer = new Collector();

/** The clock sets it going, in two processes at once, and each dies before it can say so. */
async function work(at: Date): Promise<string[]> {
  const old = mailer.mails.length;
  await enqueueNow("send-weekly-reports");
  await runJobs({ mailer, now: () => at, origin: "https://desk.example" }, { twice: true });
  return mailer.mails.slice(old).map(({ to }) => to);
}

test("a report is due from Monday, 8:00 of its reader's clock on, and not to whoever came later", () => {
  const since = on("01-01T00:00");
  const berlin = { timeZone: "Europe/Berlin", since };
  expect(dueWeek(on("03-30T05:59"), berlin)).toBeUndefined();
  expect(dueWeek(monday, berlin)).toBe("2026-03-30");
  expect(dueWeek(on("04-05T21:59"), berlin)).toBe("2026-03-30");
  expect(dueWeek(on("04-05T22:00"), berlin)).toBeUndefined();
  expect(dueWeek(on("03-29T18:59"), { timeZone: "Pacific/Auckland", since })).toBeUndefined();
  expect(dueWeek(on("03-29T19:00"), { timeZone: "Pacific/Auckland", since })).toBe("2026-03-30");
  expect(dueWeek(on("04-01T00:00"), { ...berlin, since: on("03-30T06:01") })).toBeUndefined();
  expect(dueWeek(on("04-01T00:00"), { ...berlin, since: monday })).toBe("2026-03-30");
});

test("those who are chosen get a week's figures once, in their language and by their clock, and nothing of a customer", async () => {
  mailer = new Collector();
  const { ada, gus, mona, ben } = await cast("ada", "gus", "mona", "ben");
  const berlin = { timeZone: "Europe/Berlin", language: "de" };
  await db.update(users).set(berlin).where(eq(users.id, gus.id));
  await addPolicy({}, { firstSeconds: 2 * hour });
  const categoryId = await addCategory();
  const asked = async (at: Date, answered?: Date) => {
    const number = await ask(ben, { categoryId, at, subject: "Ben’s secret", body: "Private words" });
    const answer = { id: uuid(), kind: "message", body: "Look." } as const;
    if (answered) await answerTicket(db, { viewer: gus, number, ...answer, at: answered });
    return number;
  };
  // In Berlin on Sunday still; on Monday; in the middle of the week twice, one of which few may know of; on Monday again.
  await asked(on("03-22T21:30"), on("03-22T22:30"));
  await asked(on("03-22T23:30"), on("03-23T00:30"));
  const late = await asked(on("03-25T10:00"));
  const restricted = await asked(on("03-25T11:00"));
  await asked(on("03-29T22:30"));
  await restrictTicket(db, { viewer: ada, number: restricted, isRestricted: true });
  await watchPromises(db, on("03-25T20:00"));
  // What tickets mail of themselves is out of the way.
  await runJobs({ mailer: new Collector() });

  await chooseReportReaders(db, { viewer: ada, readers: [gus.id, mona.id, ben.id], at: before });
  expect(await db.$count(reportReaders)).toBe(2);
  await expect(chooseReportReaders(db, { viewer: mona, readers: [] })).rejects.toMatchObject({ code: "forbidden" });
  expect(await work(on("03-30T05:59"))).toEqual([]);
  expect(await work(monday)).toEqual(["gus@example.com"]);
  const [mail] = mailer.mails;
  expect(mail?.subject).toBe("Support vom 23.03.2026 bis 29.03.2026");
  const row = (name: string, now: string, then: string) => new RegExp(`${name}\\s+${now}\\s+${then}\\s`);
  expect(mail?.text).toMatch(row("Eröffnet", "2", "1"));
  expect(mail?.text).toMatch(row("Erste Antwort, Median", "1 Stunde", "1 Stunde"));
  expect(mail?.text).toMatch(row("Zusagen eingehalten", "50\\s%", "100\\s%"));
  const [named, few] = [writeTicketNumber(late), writeTicketNumber(restricted)];
  expect(mail?.text).toContain(`Erste Antwort: 1 – ${named} (https://desk.example/staff/support/${named})`);
  expect(mail?.text).toContain(`- ${named} (https://desk.example/staff/support/${named}): 4 Tage`);
  expect(JSON.stringify(mail)).not.toMatch(new RegExp(`${few}|secret|Private|Ben|ben@`));

  // Mona's clock is another; nobody hears twice, be they chosen anew or on another clock.
  expect(await work(on("03-30T07:59"))).toEqual([]);
  expect(await work(on("03-30T08:00"))).toEqual(["mona@example.com"]);
  await chooseReportReaders(db, { viewer: ada, readers: [], at: on("03-30T09:00") });
  await chooseReportReaders(db, { viewer: ada, readers: [gus.id, mona.id], at: on("03-30T05:00") });
  await db.update(users).set({ timeZone: "America/New_York" }).where(eq(users.id, gus.id));
  expect(await work(on("04-02T12:00"))).toEqual([]);
  // After a week of silence the last one comes, late; whoever has left the team gets none, and is of no tier.
  await db.insert(supportTiers).values({ tier: 2 });
  await db.insert(supportTierMembers).values({ tier: 2, userId: mona.id });
  await changeRole(db, { viewer: ada, userId: mona.id, role: "member" });
  expect(await work(on("04-15T12:00"))).toEqual(["gus@example.com"]);
  expect(await db.select().from(reportReaders)).toMatchObject([{ userId: gus.id }]);
  expect(await db.$count(supportTierMembers)).toBe(0);
});

test("administrators choose on a page, and have one sent to themselves", async () => {
  mailer = new Collector();
  const { ada, gus } = await cast("ada", "gus");
  const adas = await signedIn(ada);
  const path = "/staff/support/settings/report";
  await adas.submit(path, { readers: gus.id });
  const page = await adas.get(path);
  expect(words(page)).toContain("Who gets the report");
  expect(page.html).toMatch(new RegExp(`checked=""[^>]*value="${gus.id}"|value="${gus.id}"[^>]*checked=""`));
  await Promise.all([adas.post(`${path}/send`), adas.post(`${path}/send`)]);
  await runJobs({ mailer });
  expect(mailer.mails.map(({ to }) => to)).toEqual(["ada@example.com"]);
  // Once it is on its way, another may be asked for; who leaves before it is written gets none.
  await adas.post(`${path}/send`);
  await db.update(users).set({ role: "member" }).where(eq(users.id, ada.id));
  await runJobs({ mailer });
  expect(mailer.mails).toHaveLength(1);
  expect(await db.select({ status: deliveries.status }).from(deliveries).orderBy(deliveries.id)).toMatchObject([
    { status: "accepted" },
    { status: "skipped" },
  ]);
  const agent = await signedIn(gus);
  expect((await agent.get(path)).status).toBe(403);
  expect((await agent.post(`${path}/send`)).status).toBe(403);
});
