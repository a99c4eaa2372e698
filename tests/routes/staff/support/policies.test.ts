import { asc, eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { events, promiseRenewal, supportPolicies, supportTiers, tickets } from "#db/schema";
import { wordsIn } from "~/i18n";
import type { User } from "~/models/core/users/viewer";
import { escalateTicket } from "~/models/support/escalations/escalate-ticket.server";
import { readSpan, saySpan } from "~/models/support/promises/span";
import { writeTicketNumber } from "~/models/support/tickets/ticket-number";
import { useApp } from "../../../support/app";
import { signedIn, type Visitor, words } from "../../../support/browser";
import { cast } from "../../../support/cast";
import { db, useDatabase } from "../../../support/database";
import { runJobs } from "../../../support/jobs";
import { addPolicy, addSchedule } from "../../../support/promises";
import { addCategory, ask } from "../../../support/tickets";

useDatabase();
useApp();

let people: Record<"ada" | "mona" | "ben", User>;
let adas: Visitor;

beforeEach(async () => {
  people = await cast("ada", "mona", "ben");
  adas = await signedIn(people.ada);
});

const page = "/staff/support/settings/policies";
const names = async () => (await listed()).map(({ name, key }) => name || key);
const listed = () => db.select().from(supportPolicies).orderBy(asc(supportPolicies.position));

test("what a policy would change is shown first; saved, it reaches tickets under way, and only for administrators", async () => {
  const categoryId = await addCategory("Printing", "high");
  const schedule = await addSchedule({ name: "Office" });
  await addPolicy({}, { name: "", key: "medium", firstSeconds: 8 * 3600 });
  const ticket = await ask(people.ben, { categoryId, subject: "Paper jam" });
  const sent = { name: "Gold", position: "1", categories: String(categoryId), isUsual: "on", tags: "Big, new" };
  const promises = { first: "1 h 30 min", resolution: "٤", scheduleId: String(schedule), companies: "example.com" };

  const tried = await adas.post(`${page}?try`, { ...sent, tags: "", first: "1:30" });
  expect([tried.status, await db.$count(supportPolicies)]).toEqual([200, 1]);
  expect(words(tried)).toContain("Looked at 1 ticket");
  expect(words(tried)).toContain("1 would have another policy1 would have another due time0 would be breached at once");
  expect(words(tried)).toContain("New policy instead of Medium");
  expect(tried.document.querySelector("[name=first]")?.getAttribute("value")).toBe("1:30");
  const wrong = await adas.post(page, { ...sent, name: "", first: "soon" });
  expect([wrong.status, words(wrong)]).toEqual([422, expect.stringContaining("a time such as 4 h or 30 min")]);
  const nameless = await adas.post(page, { ...sent, name: "" });
  expect([nameless.status, words(nameless)]).toEqual([422, expect.stringContaining("Please give it a name")]);
  const nowhere = await adas.post(page, { ...sent, scheduleId: "999" });
  expect([nowhere.status, words(nowhere)]).toEqual([422, expect.stringContaining("not there any more")]);

  await adas.submit(page, { ...sent, ...promises });
  expect(await names()).toEqual(["Gold", "medium"]);
  const list = words(await adas.get(page));
  expect(list).toContain("Categories: Printing · Usual priority · Tags: big and new · Companies: example.com");
  expect(list).toContain("First response: 1 h 30 min · Resolution: 4 h · Office");
  expect(list).toContain("0 of 1 ticket");
  await runJobs();
  expect(words(await adas.get(page))).not.toContain("0 of 1 ticket");
  const why = words(await adas.get(`${page}?ticket=${writeTicketNumber(ticket)}`));
  expect(why).toContain("has the policy “Medium”.Gold: does not fit: TagsMedium: fits, and counts");
  expect(words(await adas.get(`${page}?ticket=ST-2026-9999`))).toContain("There is no such ticket.");

  const [gold] = await listed();
  const dueBefore = (await db.select().from(tickets))[0]?.dueAt;
  await adas.submit(`${page}/${gold?.id}`, { ...sent, ...promises, scheduleId: "", tags: "" });
  await runJobs();
  const dueNow = (await db.select().from(tickets))[0]?.dueAt;
  expect(Number(dueBefore) - Number(dueNow)).toBe(6.5 * 3_600_000);
  const monas = await signedIn(people.mona);
  const refused = [await monas.get(page), await monas.post(`${page}/${gold?.id}/delete`), await monas.post(page, sent)];
  expect(refused.map(({ status }) => status)).toEqual([403, 403, 403]);
});

test("policies change places, are switched off and deleted, and each change is told and asks for renewal", async () => {
  for (const [i, name] of ["One", "Two", "Three"].entries()) await addPolicy({}, { name, position: i + 1 });
  const [one, two, three] = await listed();
  await adas.submit(`${page}/${three?.id}/move`, { step: "up" });
  await adas.submit(`${page}/${one?.id}/move`, { step: "up" });
  expect(await names()).toEqual(["One", "Three", "Two"]);
  const drop = async (row: typeof one, to: number | string | undefined) => {
    await adas.submit(`${page}/${row?.id}/move`, { to: String(to) });
    return names();
  };
  expect(await drop(one, "end")).toEqual(["Three", "Two", "One"]);
  expect(await drop(one, two?.id)).toEqual(["Three", "One", "Two"]);
  expect(await drop(one, three?.id)).toEqual(["One", "Three", "Two"]);
  await adas.submit(`${page}/${one?.id}`, { name: "One", position: "9", isOff: "on" });
  expect(await names()).toEqual(["Three", "Two", "One"]);
  expect((await listed()).map(({ position, isOff }) => [position, isOff])).toEqual([
    [1, false],
    [2, false],
    [3, true],
  ]);
  expect(words(await adas.get(page))).toContain("One(Switched off)Every ticketNothing is promised");
  await db.delete(promiseRenewal);
  await adas.submit(`${page}/${two?.id}/delete`);
  expect([await names(), await db.$count(promiseRenewal)]).toEqual([["Three", "One"], 1]);
  const told = await db.select({ type: events.type }).from(events).where(eq(events.actorId, people.ada.id));
  expect(told.map(({ type }) => type.split(".")[1])).toEqual([...Array(4).fill("moved"), "edited", "deleted"]);
});

test("what a move or a deletion means for tickets under way is shown before it is done", async () => {
  const [slow, quick] = [
    await addPolicy({}, { name: "Slow", firstSeconds: 8 * 3600 }),
    await addPolicy({}, { name: "Quick", firstSeconds: 3600, position: 2 }),
  ];
  const number = await ask(people.ben, { categoryId: await addCategory() });
  await runJobs();
  const asked = await adas.post(`${page}/${quick}/move`, { step: "up" });
  expect([asked.location, await names()]).toEqual([`${page}/${quick}?place=1`, ["Slow", "Quick"]]);
  const dropped = await adas.post(`${page}/${slow}/move`, { to: "end" }, { Accept: "application/json" });
  expect(JSON.parse(dropped.html)).toEqual({ ask: `${page}/${slow}?place=2` });
  const shown = await adas.get(asked.location ?? "");
  expect(words(shown)).toContain("1 would have another policy1 would have another due time");
  expect(words(shown)).toContain("Move “Quick” to place 1?");
  await adas.submit(`${page}/${quick}/move`, { place: "1" });
  expect(await names()).toEqual(["Quick", "Slow"]);
  await runJobs();
  const gone = await adas.get(`${page}/${quick}?delete`);
  expect(words(gone)).toContain("Slow instead of Quick");
  expect(gone.document.querySelector("form[action$=delete] button")?.textContent).toBe("Delete the policy");
  expect(await db.$count(supportPolicies)).toBe(2);
  await escalateTicket(db, { viewer: people.ada, number, tier: 2, reason: "They wait." });
  const tier = await adas.post("/staff/support/settings/tiers/2?try", { response: "10 min", schedule: "" });
  expect(words(tier)).toContain("0 would have another policy1 would have another due time");
  expect(await db.$count(supportTiers)).toBe(0);
  await db
    .update(supportPolicies)
    .set({ conditions: sql`conditions || '{"isVip":true}'` })
    .where(eq(supportPolicies.id, quick));
  const vips = async (...all: string[]) =>
    words(await adas.post("/staff/support/settings/vips?try", { vips: all.join("\n") }));
  expect(await vips("ben@example.com")).toContain("1 would have another policy");
  expect(await vips("mona@example.com")).toContain("0 would have another policy");
});

test("spans are read as people of each language write them, and nothing else is", () => {
  const spans = { "4": 4, "4.5 h": 4.5, "4,5 Std.": 4.5, "1:30": 1.5, "90 min": 1.5, "١ س ٣٠ د": 1.5, "8784 h": 8784 };
  for (const [text, hours] of Object.entries(spans)) expect([text, readSpan(text)]).toEqual([text, hours * 3600]);
  const none = ["", "h", "-1", "0", "8785", "4 4", "1 h x", "4 days", "30 s", "1e3", "1:60", "1".repeat(99)];
  expect(none.filter((text) => readSpan(text) !== undefined)).toEqual([]);
  const said = [4 * 3600, 5400, 7199, 3570, 59].map((seconds) => saySpan(wordsIn("en"), seconds));
  expect(said).toEqual(["4 h", "1 h 30 min", "2 h", "1 h", "1 min"]);
});
