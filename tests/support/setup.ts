import { afterEach, expect, vi } from "vitest";

// What nobody expected on the console fails the test that caused it.
const complaint = vi.spyOn(console, "error");

afterEach(() => {
  const complaints = complaint.mock.calls;
  complaint.mockClear();
  expect(complaints, "console.error was called").toEqual([]);
});
