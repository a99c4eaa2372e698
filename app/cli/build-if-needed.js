// Builds unless build/ is as new as everything it is made of; plain JavaScript, because it runs before any build.
import { spawn } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");
const built = path.join(root, "build/server/main.js");
const sources = ["app", "db", "emails", "public", "vite.config.ts", "remix.config.js", "package.json"];

const newest = Math.max(...sources.map((source) => newestIn(path.join(root, source))));
if (!existsSync(built) || statSync(built).mtimeMs < newest) process.exitCode = await build();

/**
 * Says how long it has been at it, and what the build printed only when that failed: hundreds of lines that nobody asked for.
 *
 * @returns {Promise<number>} its exit code
 */
async function build() {
  const begun = Date.now();
  const seconds = () => Math.round((Date.now() - begun) / 1000);
  const isLive = process.stdout.isTTY;
  process.stdout.write(isLive ? "Building …" : "Building, which takes about 20 seconds …\n");
  const clock = isLive && setInterval(() => process.stdout.write(`\rBuilding … ${seconds()} s`), 1000);
  const child = spawn("npm run build", { cwd: root, stdio: ["ignore", "pipe", "pipe"], shell: true });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  const status = await new Promise((resolve) => child.on("close", resolve));
  if (clock) clearInterval(clock);
  process.stdout.write(`${isLive ? "\r" : ""}${status === 0 ? "Built" : "The build failed"} in ${seconds()} s.\n`);
  if (status !== 0) process.stderr.write(output);
  return status ?? 1;
}

/**
 * When the file, or anything in the folder, was changed last; a folder changes when something in it is deleted.
 *
 * @param {string} place
 * @returns {number}
 */
function newestIn(place) {
  const stats = statSync(place);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(place).map((name) => newestIn(path.join(place, name))));
}
