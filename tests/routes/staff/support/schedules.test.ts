import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { events, supportSchedules, tickets } from "#db/schema";
import { readCalendar } from "~/models/support/promises/read-calendar.server";
import { useApp } from "../../../support/app";
import { signedIn, words } from "../../../support/browser";
import { cast } from "../../../support/cast";
import { db, useDatabase } from "../../../support/database";
import { runJobs } from "../../../support/jobs";
import { addPolicy } from "../../../support/promises";
import { addCategory, ask } from "../../../support/tickets";

useDatabase();
useApp();

const page = "/staff/support/settings/schedules";
const hours = { monday: "9-12, 13:00–17:00", tuesday: "22:00-06:00" };

const calendar = (...events: string[]) =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", ...events.map((text) => `BEGIN:VEVENT\r\n${text}\r\nEND:VEVENT`), "END:VCALENDAR"]
    .join("\r\n")
    .concat("\r\n");
const xmas = "DTSTART;VALUE=DATE:20261225\r\nDTEND;VALUE=DATE:20261227\r\nRRULE:FREQ=YEARLY\r\nSUMMARY:Christ\r\n mas";
const easter = "DTSTART;VALUE=DATE:20270328\r\nSUMMARY:Easter";
const meeting = "DTSTART:20260102T100000Z\r\nSUMMARY:Meeting";

test("a schedule is written down, drawn, tried and counted by; one that is used stays, and each change is told", async () => {
  const { ada, mona, ben } = await cast("ada", "mona", "ben");
  const adas = await signedIn(ada);
  const wrong = await adas.post(page, { name: "Office", monday: "early", holidays: "12-24 Eve\n02-30 Never" });
  expect([wrong.status, words(wrong)]).toEqual([422, expect.stringContaining("Line 2 does not begin with a date")]);
  expect(words(wrong)).toContain("Please write hours such as");
  await adas.submit(page, { name: "Office", timeZone: "Europe/Berlin", ...hours, holidays: "2026-12-24 Eve\n12-25" });
  const [office] = await db.select().from(supportSchedules);
  expect(office?.week.slice(0, 2)).toEqual([
    [
      ["09:00", "12:00"],
      ["13:00", "17:00"],
    ],
    [["22:00", "06:00"]],
  ]);
  expect(office?.holidays).toEqual([
    { date: "12-25", name: "" },
    { date: "2026-12-24", name: "Eve" },
  ]);
  const list = await adas.get(page);
  expect(words(list)).toContain("Europe/Berlin · 2 days without hours");
  expect(words(list)).toContain("Monday09:00-12:00, 13:00-17:00Tuesday22:00-06:00WednesdayClosed");
  expect([...list.document.querySelectorAll("dl svg")].map((day) => day.children.length)).toEqual([
    2, 1, 1, 0, 0, 0, 0,
  ]);

  await addPolicy({}, { firstSeconds: 3600, scheduleId: office?.id });
  await ask(ben, { categoryId: await addCategory() });
  await runJobs();
  const at = `${page}/${office?.id}`;
  const tried = await adas.post(`${at}?try`, { name: "Office" });
  expect(words(tried)).toContain("0 would have another policy1 would have another due time");
  await adas.submit(at, { name: "Closed" });
  await runJobs();
  expect((await db.select().from(tickets))[0]?.dueAt).toBeNull();
  expect(words(await adas.get(page))).toContain("No hours: nothing that is promised in them is ever due.");
  await adas.post(`${at}/delete`);
  const toast = (await adas.get(page)).document.querySelector("toast-region")?.textContent;
  expect(toast).toContain("Something is still promised in these hours: policies 1, tiers 0.");
  expect(await db.$count(supportSchedules)).toBe(1);
  await adas.submit(page, { name: "Spare" });
  const [spare] = await db.select().from(supportSchedules).where(eq(supportSchedules.name, "Spare"));
  expect((await (await signedIn(mona)).post(`${page}/${spare?.id}/delete`)).status).toBe(403);
  await adas.submit(`${page}/${spare?.id}/delete`);
  const told = await db.select({ type: events.type }).from(events).where(eq(events.actorId, ada.id));
  expect(told.map(({ type }) => type.split(".")[1])).toEqual(["created", "edited", "created", "deleted"]);
});

test("days come from a calendar's file, into the form first; what is none is refused", async () => {
  const adas = await signedIn((await cast("ada")).ada);
  const file = new File([calendar(xmas, easter, meeting)], "days.ics", { type: "text/calendar" });
  const read = await adas.upload(`${page}?read`, { name: "Office", holidays: "2026-05-01 May Day", file });
  expect(read.document.querySelector("[name=holidays]")?.textContent).toBe(
    "12-25 Christmas\n12-26 Christmas\n2026-05-01 May Day\n2027-03-28 Easter",
  );
  expect(await db.$count(supportSchedules)).toBe(0);
  await adas.upload(page, { name: "Office", file });
  expect((await db.select().from(supportSchedules))[0]?.holidays).toHaveLength(3);
  const letter = await adas.upload(`${page}?read`, { name: "Office", file: new File(["Dear all"], "days.ics") });
  expect([letter.status, words(letter)]).toEqual([422, expect.stringContaining("no calendar file")]);
  const huge = await adas.upload(`${page}?read`, { name: "Office", file: new File(["x".repeat(250_001)], "days.ics") });
  expect([huge.status, words(huge)]).toEqual([413, expect.stringContaining("larger than 250 KB")]);
  expect(await readCalendar(calendar(...Array(501).fill(easter)))).toBeUndefined();
});
