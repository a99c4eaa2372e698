import tsconfigPaths from "vite-tsconfig-paths";
import { defineConfig } from "vitest/config";
import { leftOut, thisRun } from "./tests/support/test-files";

export default defineConfig({
  plugins: [tsconfigPaths()],
  test: {
    include: ["tests/**/*.test.{ts,tsx}"],
    exclude: ["tests/e2e/**", "tests/bench/**", ...leftOut(thisRun())],
    globalSetup: "tests/support/global-setup.ts",
    setupFiles: "tests/support/setup.ts",
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // On a machine that is shared, what waits for other processes can come late once; tests/run.ts names every such test.
    retry: process.env.CI ? 1 : 0,
    pool: "forks",
    // Files share what they import: loading the app anew for each took a fifth of the time.
    isolate: false,
    // The gate runs us four times on the same files, and to make JavaScript of them takes half a minute.
    experimental: { fsModuleCache: Boolean(process.env.CI) },
    maxWorkers: 2,
  },
});
