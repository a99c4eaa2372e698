import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { defineConfig } from "@playwright/test";
import { findShell } from "./tests/support/find-chromium";

// Workers read this file as well; the folder, for what demos keep, is the one that the first of us made.
process.env.E2E_DATA_DIR ??= mkdtempSync(path.join(tmpdir(), "groundswell-e2e-"));

/**
 * Need another demo or browser than the others. Among those, each would cost two workers that begin anew, and their demos.
 */
const alone = [/(back-kept|freshdesk|own-portal|promises|ways-to-sign-in)\.spec/];

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  timeout: 60_000,
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  // As in vitest.config.ts; the summary names what passed only then as flaky.
  retries: process.env.CI ? 1 : 0,
  reporter: [["list"]],
  use: {
    viewport: { width: 1280, height: 800 },
    // One page turning into the next takes a quarter of the time; the journey from end to end has it.
    contextOptions: { reducedMotion: "reduce" },
    // Recording costs a fifth of the time, and nobody opens the traces of a gate.
    trace: process.env.CI ? "off" : "retain-on-failure",
    launchOptions: {
      executablePath: findShell(),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    { name: "staff", testMatch: /staff\.setup/ },
    { name: "with JavaScript", testIgnore: [/program\.spec|\.setup/, ...alone], dependencies: ["staff"] },
    {
      name: "without JavaScript",
      testMatch: /(journey|roadmap|search|changelog|import|export|files|page-link|crowded-sign-in|own-portal)\.spec/,
      use: { javaScriptEnabled: false },
      dependencies: ["staff"],
    },
    { name: "with a demo of their own", testMatch: alone, dependencies: ["staff"] },
    { name: "program", testMatch: /program\.spec/ },
  ],
  globalTeardown: "tests/e2e/remove-demos.ts",
});
