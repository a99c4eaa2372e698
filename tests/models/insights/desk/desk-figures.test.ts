import { sql } from "drizzle-orm";
import { v7 as uuid } from "uuid";
import { expect, test } from "vitest";
import { rows } from "#db/client.server";
import { wordsIn } from "~/i18n";
import { findDeskFigures } from "~/models/insights/desk/find-desk-figures.server";
import { sayHours } from "~/models/insights/desk/say-hours";
import { spreadOf } from "~/models/insights/desk/spread";
import { refreshFigures } from "~/models/insights/figures/refresh-figures.server";
import { assignTicket, restrictTicket } from "~/models/support/tickets/change-ticket.server";
import { moveTicket } from "~/models/support/tickets/move-ticket.server";
import { putAwayTicket } from "~/models/support/tickets/put-away-ticket.server";
import { rateTicket } from "~/models/support/tickets/rate-ticket.server";
import { answerTicket } from "~/models/support/tickets/say-in-ticket.server";
import { useApp } from "../../../support/app";
import { signedIn, type Visitor, words } from "../../../support/browser";
import { cast } from "../../../support/cast";
import { db, useDatabase } from "../../../support/database";
import { addPolicy } from "../../../support/promises";
import { addCategory, ask } from "../../../support/tickets";

useDatabase();
useApp();

const hour = 3600;
const start = Date.now();
const agoIn = (hours: number): Date => new Date(start - hours * hour * 1000);

test("the desk's figures are counted beforehand, follow what happens, and leave out what few may know of", async () => {
  const { ada, ben, gus, mona } = await cast("ada", "ben", "gus", "mona");
  await addPolicy({}, { firstSeconds: 2 * hour, resolutionSeconds: 10 * hour });
  const categoryId = await addCategory("Printing");
  // Opened 60 hours ago, answered after so many hours, resolved after ten times as many.
  const opened = [];
  for (const hours of [1, 1.5, 3]) {
    const number = await ask(ben, { categoryId, at: agoIn(60) });
    opened.push(number);
    await assignTicket(db, { viewer: mona, number, assigneeId: gus.id, at: agoIn(60) });
    const answer = { id: uuid(), kind: "message", body: "Look." } as const;
    await answerTicket(db, { viewer: gus, number, ...answer, at: agoIn(60 - hours) });
    const move = { from: "in_progress", to: "resolved" } as const;
    await moveTicket(db, { viewer: gus, number, ...move, at: agoIn(60 - 10 * hours) });
  }
  const [first, second, third] = opened;
  if (!first || !second || !third) throw new Error("There are three.");
  const rate = (number: typeof first, rating: number) =>
    rateTicket(db, { person: { ticketId: number.id, userId: ben.id }, rating, text: "Private words" });
  await rate(first, 5);
  await rate(second, 2);
  expect(await refreshFigures(db)).toBe("all");
  const find = async () => (await findDeskFigures(db, gus, { days: 30 })).figures;
  const close = (hours: number) => expect.closeTo(hours * hour, 0);
  const before = await find();
  expect(before).toMatchObject({ opened: 3, resolved: 3, answers: 2, rating: 3.5, ratings: [0, 1, 0, 0, 1] });
  expect(before.category).toEqual([{ key: String(categoryId), count: 3 }]);
  expect(before.hours.reduce((sum, count) => sum + count, 0)).toBe(3);
  expect(before.times[0]).toEqual({
    kind: "first_response",
    hours: { count: 3, mean: close(5.5 / 3), median: close(1.5), p90: close(3) },
    clock: { count: 3, mean: close(5.5 / 3), median: close(1.5), p90: close(3) },
    ...{ met: 2, late: 1 },
  });
  expect(before.times[2]).toMatchObject({ clock: { median: close(15) }, met: 1, late: 2 });
  expect(before.promise).toEqual({ met: 3, late: 3 });
  expect(before.agents).toMatchObject([{ key: gus.id, name: "Gus", resolved: 3, rating: 3.5, ratings: 2 }]);
  await expect(findDeskFigures(db, ben, { days: 30 })).rejects.toMatchObject({ code: "forbidden" });

  await putAwayTicket(db, { viewer: gus, number: first, as: "spam" });
  await restrictTicket(db, { viewer: ada, number: third, isRestricted: true });
  await moveTicket(db, { viewer: gus, number: second, from: "resolved", to: "open" });
  await ask(ben, { categoryId });
  // Nothing is counted while somebody reads.
  expect(await find()).toEqual(before);
  expect(await refreshFigures(db)).toBe("some");
  const after = await find();
  // What was late stays so, also once it is owed again.
  expect(after).toMatchObject({ opened: 2, reopened: 1, resolved: 0, rating: 2, promise: { met: 1, late: 1 } });
  expect(after.backlog.map(({ count }) => count)).toEqual([1, 1, 0, 0, 0]);
  // What was counted of some days is what is counted of all.
  const counted = () => rows(db, sql`select * from desk_figures order by day, what, key, bucket`);
  const some = await counted();
  await db.execute(sql`update demand_settings set all_counted_at = null`);
  expect(await refreshFigures(db)).toBe("all");
  expect(await counted()).toEqual(some);

  const agent = await signedIn(gus);
  const page = await agent.get("/staff/support/figures?days=7");
  expect(words(page)).toMatch(/First response, median\s*1\.5 hours\s*Under 4 hours\s*Yes/);
  expect(words(page)).toMatch(/Rating, mean\s*2\s*Over 4\s*Not yet/);
  expect(page.html).not.toContain("Private words");
  expect(page.html).toContain(`category=${categoryId}`);
  // Each number opens as many tickets as it says to somebody who knows of no restricted one.
  await expectLists(await signedIn(mona), page.html);
  const file = await agent.get("/staff/support/figures.csv?days=7");
  expect(file.html).toMatch(/what,of,count,mean,median,p90\r\nopened,.*,2,/);
  const member = await signedIn(ben);
  expect((await member.get("/staff/support/figures.csv")).status).toBeGreaterThanOrEqual(400);
  expect((await member.get("/staff/support/figures")).status).toBeGreaterThanOrEqual(400);
});

async function expectLists(agent: Visitor, html: string): Promise<void> {
  const links = [...html.matchAll(/<a href="(\/staff\/support\?[^"]+)">([\d,]+)<\/a>/g)];
  expect(links.length).toBeGreaterThan(10);
  for (const [, href = "", count] of links) {
    // A mean opens what it is the mean of.
    if (href.includes("rating=1&amp;rating=2")) continue;
    const list = await agent.get(href.replaceAll("&amp;", "&"));
    expect([href, words(list).match(/([\d,]+) tickets?/)?.[1]]).toEqual([href, count]);
  }
}

test("less than an hour is said in minutes, and no hour as sixty of them", () => {
  const said = [null, 0, 61, 3540, 3541, 3600, 5400].map((seconds) => sayHours(wordsIn("en"), seconds));
  expect(said).toEqual(["–", "0 min", "2 min", "59 min", "1 hour", "1 hour", "1.5 hours"]);
});

test("times that are alike are told from each other to a twentieth", () => {
  const seconds = Array.from({ length: 1000 }, (_, i) => (i + 1) * 60);
  const spread = spreadOf(
    seconds.map((sum) => ({ bucket: Math.floor(Math.log(sum) / Math.log(1.05)), count: 1, sum })),
  );
  expect(spread?.count).toBe(1000);
  expect(spread?.median).toBeGreaterThan(500 * 60 * 0.95);
  expect(spread?.median).toBeLessThan(500 * 60 * 1.05);
  expect(spread?.p90).toBeGreaterThan(900 * 60 * 0.95);
  expect(spread?.p90).toBeLessThan(900 * 60 * 1.05);
  expect(spreadOf([])).toBeNull();
});
