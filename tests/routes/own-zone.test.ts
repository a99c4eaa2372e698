import { eq } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { users } from "#db/schema";
import { wordsIn } from "~/i18n";
import type { User } from "~/models/core/users/viewer";
import { useApp } from "../support/app";
import { ask, untilKept } from "../support/ask";
import { signedIn, Visitor } from "../support/browser";
import { addBoard, cast, idea, post } from "../support/cast";
import { db, useDatabase } from "../support/database";

useDatabase();
useApp({ PAGE_CACHE_MB: 8 });

const page = "/posts/1/dark-mode-at-night";
const postedAt = "2026-03-12T23:30:00Z";
let ben: User;

beforeEach(async () => {
  ({ ben } = await cast("ben"));
  await post(ben, idea(await addBoard()), new Date(postedAt));
});

/** What the server says of when the post was posted. */
async function saidTo(visitor: Visitor, zone?: string): Promise<(string | null | undefined)[]> {
  if (zone !== undefined) visitor.cookies.set("zone", zone);
  const time = (await visitor.get(page)).document.querySelector("time");
  return [time?.textContent, time?.title, time?.dateTime];
}

const clock = (zone: string) => {
  const { date, moment } = wordsIn("en", { timeZone: zone });
  return [date(postedAt), moment(postedAt), new Date(postedAt).toISOString()];
};

test("whoever is signed in reads times by the clock of their browser, and by UTC where it names none that there is", async () => {
  const visitor = await signedIn(ben);
  expect(await saidTo(visitor)).toEqual(clock("UTC"));
  expect(await saidTo(visitor, "Asia/Tokyo")).toEqual(clock("Asia/Tokyo"));
  expect(clock("Asia/Tokyo")[0]).toBe("Mar 13, 2026");
  expect(await saidTo(visitor, "America/New_York")).toEqual(clock("America/New_York"));
  for (const nonsense of ["", "Moon/Crater", "+05:00", "x".repeat(3000), "%00", "__proto__"])
    expect(await saidTo(visitor, nonsense)).toEqual(clock("UTC"));
});

test("the clock that somebody chose in their preferences counts more than that of their browser", async () => {
  await db.update(users).set({ timeZone: "Asia/Kolkata" }).where(eq(users.id, ben.id));
  const visitor = await signedIn(ben);
  expect(await saidTo(visitor)).toEqual(clock("Asia/Kolkata"));
  expect(await saidTo(visitor, "Asia/Tokyo")).toEqual(clock("Asia/Kolkata"));
});

test("visitors read UTC from one page for all, whatever their cookie says, and are asked for none", async () => {
  await untilKept();
  expect(await saidTo(new Visitor(), "Asia/Tokyo")).toEqual(clock("UTC"));
  expect((await ask(page)).cache).toBe("hit");
  expect((await ask(page, { headers: { Cookie: "zone=Asia/Tokyo" } })).cache).toBe("hit");
  expect(await saidTo(await signedIn(ben), "Asia/Tokyo")).toEqual(clock("Asia/Tokyo"));
  expect((await ask(page)).body.toString()).not.toContain("own-zone");
  expect((await (await signedIn(ben)).get(page)).html).toContain("<own-zone>");
});

test("a day of the calendar is the same on every clock", () => {
  for (const zone of ["Pacific/Honolulu", "UTC", "Pacific/Auckland"])
    expect(wordsIn("en", { timeZone: zone }).date("2026-11-23")).toBe("Nov 23, 2026");
});
