import { expect, test } from "vitest";
import { Query } from "~/models/core/text/query";

const query = (value: string) => new Query(`a=${value}`);

test("what comes out of an address is clean, one line, and no longer than anybody could mean", () => {
  expect(query("x%00y%0Az%7F").text("a")).toBe("xy z");
  expect(query("%00").word("a")).toBeUndefined();
  expect(query("x".repeat(5000)).text("a")).toHaveLength(200);
  expect(new Query("a=1&a=%00&a=").lastText("a")).toBe("1");
});

test.each([
  ["7", 7],
  ["999999999", 999_999_999],
  ["0", undefined],
  ["-1", undefined],
  ["1e3", undefined],
  ["2147483648", undefined],
  ["99999999999999999999", undefined],
  ["%00", undefined],
])("“%s” as a number is %s", (value, number) => {
  expect(query(value).number("a")).toBe(number);
  expect(query(value).numbers("a")).toEqual(number === undefined ? [] : [number]);
});

test.each([
  ["00000000-0000-7000-8000-000000000007", true],
  ["-".repeat(36), false],
  ["z".repeat(36), false],
  ["00000000-0000-7000-8000-00000000000", false],
])("“%s” is an id: %s", (value, isOne) => {
  expect(query(value).id("a")).toBe(isOne ? value : undefined);
});

test.each([
  ["2026-03-31", true],
  ["2024-02-29", true],
  ["0000-01-01", false],
  ["10000-01-01", false],
  ["2026-02-29", false],
  ["2026-13-01", false],
])("“%s” is a day of the calendar: %s", (value, isOne) => {
  expect(query(value).day("a")).toBe(isOne ? value : undefined);
});

test.each([
  ["2026-03-31T10:00:00.000Z", true],
  ["0000-01-01T00:00:00.000Z", false],
  ["99999-01-01T00:00:00.000Z", false],
  ["yesterday", false],
])("“%s” is a moment: %s", (value, isOne) => {
  expect(query(value).moment("a")?.toISOString()).toBe(isOne ? value : undefined);
});
