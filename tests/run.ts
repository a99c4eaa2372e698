import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { installChromium } from "./support/find-chromium";
import { readNotes, sayNote } from "./support/notes";
import { type Outcome, type Part, runLanes } from "./support/parts";
import { findPostgres, startPostgres } from "./support/postgres-server";
import { rememberRetried } from "./support/retried";

// `npm test`: everything. Types, lint, what nobody uses, and the build; what leans on Node, on its newer versions; on
// PostgreSQL where there is one, and on the embedded database what may differ there (docs/decisions/051), or else all of
// it; under fire and in a browser. What depends on no database is tested once.

const folder = mkdtempSync(path.join(tmpdir(), "groundswell-run-"));
const outcomes: Outcome[] = [];
const failed: string[] = [];

async function beside(...lanes: Part[][]): Promise<void> {
  outcomes.push(...(await runLanes(...lanes)));
}

/** A part whose reporter notes what failed. */
function noted(name: string, command: string, env: Record<string, string> = {}): Part {
  return { name, command, env: { ...env, TEST_NOTES: path.join(folder, name) } };
}

const vitest = "npx vitest run --reporter=default --reporter=./tests/support/note-failures.ts";
const playwright = "npx playwright test --reporter=list,./tests/support/note-journeys.ts";

await beside(
  [{ name: "types", command: "npx tsc --noEmit" }],
  [
    { name: "lint and format", command: "npx biome check" },
    { name: "nothing that nobody uses", command: "npx knip" },
    { name: "build", command: "node app/cli/build-if-needed.js" },
    noted("a few on Node 22 and 24", "npm run test:node -- --few"),
  ],
);
const hasServer = Boolean(await findPostgres());
await beside([noted("on the embedded database", vitest, hasServer ? { TEST_BESIDE_SERVER: "yes" } : {})]);

const faults: Part[] = [];
if (hasServer) {
  const server = await startPostgres();
  await beside([noted("on PostgreSQL", vitest, { TEST_DATABASE_URL: server.url })]);
  await server.stop();
  faults.push(
    {
      name: "workers killed while they mail",
      command: "npm run faults",
      env: { FAULT_FOLLOWERS: "150", FAULT_KILLS: "4" },
    },
    { name: "two web processes and a worker", command: "npm run faults:processes" },
    {
      name: "Freshdesk failing and workers killed",
      command: "npm run freshdesk:soak",
      env: { SOAK_TICKETS: "60", SOAK_CHANGES: "300", SOAK_KILLS: "3" },
    },
  );
} else if (process.env.CI) {
  failed.push("on PostgreSQL (not found)");
} else {
  console.log("\nPostgreSQL was not found: nothing was tested on it. Install it, and these tests run as well.");
}
installChromium();
await beside(faults, [noted("in the browser", playwright)]);

const notes = outcomes.map(({ name }) => ({ name, notes: readNotes(path.join(folder, name)) }));
rmSync(folder, { recursive: true });
for (const { name, notes: some } of notes) if (some.length) console.log(`\n${name}:\n${some.map(sayNote).join("\n")}`);
const retried = notes.flatMap(({ notes }) => notes.filter(({ isFlaky }) => isFlaky).map(({ test }) => test));
const tooOften = rememberRetried(process.env.TEST_HISTORY ?? ".data/retried-tests.json", retried);

console.log(`\n${outcomes.map(({ name, seconds }) => `${String(seconds).padStart(5)} s  ${name}`).join("\n")}`);
failed.push(...outcomes.filter(({ isPassed }) => !isPassed).map(({ name }) => name));
failed.push(...tooOften.map((test) => `${test} (repeated twice in ten runs: find the cause)`));
console.log(failed.length ? `\nFailed: ${failed.join(", ")}.` : "\nAll passed.");
process.exit(failed.length ? 1 : 0);
