import { expect, test } from "vitest";
import { readTimeZone, timeZones } from "~/models/core/text/time-zone";

test.each([
  ["Asia/Kolkata", "Asia/Kolkata"],
  ["Asia/Calcutta", "Asia/Kolkata"],
  ["Europe/Kiev", "Europe/Kyiv"],
  ["Europe/Kyiv", "Europe/Kyiv"],
  ["america/new york", "America/New_York"],
  ["US/Pacific", "America/Los_Angeles"],
  ["America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"],
  ["utc", "UTC"],
])("“%s” is %s", (text, zone) => {
  expect(readTimeZone(text)).toBe(zone);
  expect(timeZones).toContain(zone);
});

test.each(["", "Mars/Olympus", "+05:30", "x".repeat(10_000), "Europe"])("“%s” is no time zone", (text) => {
  expect(readTimeZone(text)).toBeUndefined();
});

test("the list has each zone once, by the name of today, and the standard library takes them all", () => {
  expect(new Set(timeZones).size).toBe(timeZones.length);
  expect(timeZones).not.toContain("Asia/Calcutta");
  for (const zone of timeZones) expect(readTimeZone(zone), zone).toBe(zone);
});
