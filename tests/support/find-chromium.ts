import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { userInfo } from "node:os";
import { chromium } from "@playwright/test";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const shell = "/usr/bin/chromium-headless-shell";

/** A Chromium that is here: the one at CHROMIUM_PATH, the system's, or Playwright's own. */
export function findChromium(): string | undefined {
  const own = () => chromium.executablePath();
  return [process.env.CHROMIUM_PATH, ...places, own()].find((file) => file && existsSync(file));
}

/**
 * The Chromium that draws for nobody, half as dear a page, where Debian's package of it is; else the whole one. It keeps
 * no page for the way back.
 */
export function findShell(): string | undefined {
  return process.env.CHROMIUM_PATH || !existsSync(shell) ? findChromium() : shell;
}

/** A whole one, installed first where there is none: from Debian's packages for root, else Playwright's own. */
export function installChromium(): void {
  if (findChromium()) return;
  if (userInfo().uid === 0 && existsSync("/usr/bin/apt-get")) {
    run("apt-get", ["update", "-qq"]);
    run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"]);
  } else {
    run("npx", ["playwright", "install", "chromium"]);
  }
  if (!findChromium()) throw new Error("Found no Chromium and could not install one. Name one in CHROMIUM_PATH.");
}

function run(program: string, args: string[]): void {
  console.log(`$ ${program} ${args.join(" ")}`);
  execFileSync(program, args, {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
}
