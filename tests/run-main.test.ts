import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { runMain } from "~/run-main.server";
import { runWorker } from "~/run-worker.server";

vi.mock("virtual:remix/server-build", () => ({}));

beforeEach(() => {
  vi.stubEnv("NODE_ENV", "production");
  vi.stubEnv("DATABASE_URL", "postgres://127.0.0.1:1/nowhere");
  vi.stubEnv("SESSION_SECRET", "x".repeat(32));
  for (const name of ["BASE_URL", "SMTP_URL", "RESEND_API_KEY", "MAIL", "JOBS"]) vi.stubEnv(name, "");
});
afterEach(() => vi.unstubAllEnvs());

test.each([
  ["portal", runMain],
  ["worker", runWorker],
])("a %s in production that nobody could sign in to does not start, and says what is missing", async (_, run) => {
  const complaint = vi.spyOn(console, "error").mockImplementation(() => {});
  const exit = vi.spyOn(process, "exit").mockImplementation((() => {}) as never);
  await run();
  const said = complaint.mock.calls.flat().join("\n");
  complaint.mockReset();
  expect(exit).toHaveBeenCalledWith(1);
  exit.mockRestore();
  expect(said).toContain("BASE_URL is missing");
});
