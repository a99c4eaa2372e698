import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { findRelated } from "./support/related-tests";

// `npm run test:changed [-- main]`: of the tests that what was changed since the last commit (or another) can break, the
// likeliest, as many as go into less than a minute, on the embedded database. What is left is for `npm test`.

/** Milliseconds of all tests together; two run at a time, and to begin takes a while. */
const most = 30_000;
const memory = "node_modules/.vite/vitest";
/** Of one file that was never measured. */
const usual = 2000;

const git = (...args: string[]) => execFileSync("git", args, { encoding: "utf8" }).split("\n").filter(Boolean);
const changed = [
  ...git("diff", "--name-only", "--relative", process.argv[2] ?? "HEAD"),
  ...git("ls-files", "--others", "--exclude-standard"),
];
const related = findRelated(changed).filter((file) => !file.startsWith("tests/postgres/"));
const durations = readDurations();
const chosen: string[] = [];
let sum = 0;
for (const file of related) {
  const duration = durations.get(file) ?? usual;
  if (sum + duration > most) continue;
  sum += duration;
  chosen.push(file);
}
if (chosen.length === 0) console.log("Nothing was changed that a test of less than a minute would notice.");
const { status } = chosen.length ? spawnSync("npx", ["vitest", "run", ...chosen], { stdio: "inherit" }) : { status: 0 };
if (related.length > chosen.length) console.log(`Left to npm test: ${related.length - chosen.length} more test files.`);
process.exit(status ?? 1);

/** How long each file took when it was last run, as vitest remembers it. */
function readDurations(): Map<string, number> {
  const durations = new Map<string, number>();
  for (const folder of existsSync(memory) ? readdirSync(memory) : []) {
    const file = path.join(memory, folder, "results.json");
    const { results } = JSON.parse(readFileSync(file, "utf8")) as { results: [string, { duration: number }][] };
    for (const [name, { duration }] of results) durations.set(name.replace(/^[^:]*:/, ""), duration);
  }
  return durations;
}
