import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { installChromium } from "./support/find-chromium";
import { findPostgres, startPostgres } from "./support/postgres-server";

// `npm test`: everything. On the embedded database, on PostgreSQL where there is one, under fire, and in a browser.

const failed: string[] = [];
/** What tests/support/note-failures.ts has to say. */
const noted: string[] = [];
const notes = mkdtempSync(path.join(tmpdir(), "groundswell-run-"));

function step(name: string, command: string, env: Record<string, string> = {}): void {
  console.log(`\n── ${name}`);
  const { status } = spawnSync(command, { shell: true, stdio: "inherit", env: { ...process.env, ...env } });
  if (status !== 0) failed.push(name);
}

function tests(name: string, env: Record<string, string> = {}): void {
  const file = path.join(notes, "failures");
  writeFileSync(file, "");
  step(name, "npx vitest run --reporter=default --reporter=./tests/support/note-failures.ts", {
    ...env,
    TEST_FAILURES: file,
  });
  const text = readFileSync(file, "utf8");
  if (text) noted.push(`${name}:\n${text}`);
}

tests("on the embedded database");

const hasPostgres = await findPostgres();
if (hasPostgres) {
  const server = await startPostgres();
  tests("on PostgreSQL", { TEST_DATABASE_URL: server.url });
  await server.stop();
} else if (process.env.CI) {
  failed.push("on PostgreSQL (not found)");
} else {
  console.log("\nPostgreSQL was not found: nothing was tested on it. Install it, and these tests run as well.");
}

step("build", "node app/cli/build-if-needed.js");
if (hasPostgres) step("workers killed while they mail", "npm run faults", { FAULT_FOLLOWERS: "150", FAULT_KILLS: "4" });
if (hasPostgres) step("two web processes and a worker", "npm run faults:processes");
if (hasPostgres) {
  const few = { SOAK_TICKETS: "60", SOAK_CHANGES: "300", SOAK_KILLS: "3" };
  step("Freshdesk failing and workers killed", "npm run freshdesk:soak", few);
}
step("in the browser", "npx playwright test", { CHROMIUM_PATH: installChromium() });

rmSync(notes, { recursive: true });
if (noted.length) console.log(`\n${noted.join("\n")}`);
console.log(failed.length ? `\nFailed: ${failed.join(", ")}.` : "\nAll passed.");
process.exit(failed.length ? 1 : 0);
