import tsconfigPaths from "vite-tsconfig-paths";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [tsconfigPaths()],
  test: {
    include: ["tests/**/*.test.{ts,tsx}"],
    // What needs a database server that can fail stands apart, so that nothing is ever skipped in silence.
    exclude: ["tests/e2e/**", "tests/bench/**", ...(process.env.TEST_DATABASE_URL ? [] : ["tests/postgres/**"])],
    globalSetup: "tests/support/global-setup.ts",
    setupFiles: "tests/support/setup.ts",
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // On a machine that is shared, what waits for other processes can come late once; tests/run.ts names every such test.
    retry: process.env.CI ? 1 : 0,
    pool: "forks",
    // Files share what they import: loading the app anew for each took a fifth of the time.
    isolate: false,
    maxWorkers: 2,
  },
});
