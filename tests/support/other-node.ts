import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";

/** Where programs find this version of Node first: the newest of its line, fetched when it is first asked for. */
export function pathWithNode(major: string): string {
  const folder = path.resolve("node_modules/.cache/node", major);
  const programs = path.join(folder, "node_modules/node/bin");
  const options = ["--no-save", "--no-package-lock", "--no-audit", "--no-fund", "--loglevel=error"];
  if (!existsSync(programs))
    execFileSync("npm", ["install", `node@${major}`, "--prefix", folder, ...options], { stdio: "inherit" });
  const version = execFileSync(path.join(programs, "node"), ["--version"], { encoding: "utf8" });
  if (!version.startsWith(`v${major}.`)) throw new Error(`Node ${major} was asked for, and ${version.trim()} came.`);
  return `${programs}${path.delimiter}${process.env.PATH}`;
}
