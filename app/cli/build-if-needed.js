// Builds unless build/ is as new as everything it is made of; plain JavaScript, because it runs before any build.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "../..");
const built = path.join(root, "build/server/main.js");
const sources = ["app", "db", "emails", "public", "vite.config.ts", "remix.config.js", "package.json"];

const newest = Math.max(...sources.map((source) => newestIn(path.join(root, source))));
if (!existsSync(built) || statSync(built).mtimeMs < newest) {
  const { status } = spawnSync("npm run build", { cwd: root, stdio: "inherit", shell: true });
  process.exitCode = status ?? 1;
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
