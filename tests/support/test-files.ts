import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { importsOf } from "./imports";

export interface TestFiles {
  /** What they find depends on the database, so they are run on each kind. */
  withDatabase: string[];
  /** Run once. */
  withoutDatabase: string[];
}

/** A run of tests: on a server, on the embedded database alone, or on it because there is a run on a server as well. */
export type Run = "server" | "embedded" | "embedded beside a server";

/** Those that ask for everything there is, so that nothing is left that no embedded database was ever asked. */
export const walks = ["tests/routes/forms/forms.test.ts", "tests/routes/hostile-values.test.ts"];

/**
 * The test files that a run leaves to the other one. What needs a server that can fail stands apart, so that nothing is
 * ever skipped in silence. Of two databases, the server alone has most tests of pages and endpoints (docs/decisions/051).
 */
export function leftOut(run: Run, { withDatabase, withoutDatabase } = sortTestFiles()): string[] {
  if (run === "server") return withoutDatabase;
  if (run === "embedded") return withDatabase.filter((file) => file.startsWith("tests/postgres/"));
  return withDatabase.filter((file) => /^tests\/(postgres|routes|http)\//.test(file) && !walks.includes(file));
}

/** Which one vitest is started for. */
export function thisRun({ TEST_DATABASE_URL, TEST_BESIDE_SERVER } = process.env): Run {
  if (TEST_DATABASE_URL) return "server";
  return TEST_BESIDE_SERVER ? "embedded beside a server" : "embedded";
}

/** All test files of vitest, by whether they, or what of tests/ they import, ask for a database. */
export function sortTestFiles(root = process.cwd()): TestFiles {
  const known = new Map<string, boolean>();
  const asks = (file: string): boolean => {
    const before = known.get(file);
    if (before !== undefined) return before;
    known.set(file, false);
    const asksItself = /inject\("database"\)/.test(readFileSync(path.join(root, file), "utf8"));
    // The app imports no test.
    const does = asksItself || importsOf(root, file).some((one) => one.startsWith("tests/") && asks(one));
    known.set(file, does);
    return does;
  };
  const files = listTestFiles(root);
  return { withDatabase: files.filter(asks), withoutDatabase: files.filter((file) => !asks(file)) };
}

export const listTestFiles = (root = process.cwd()): string[] =>
  listFiles(root, "tests").filter((file) => /\.test\.tsx?$/.test(file) && !/^tests\/(e2e|bench)\//.test(file));

/** What lies in a folder and in those within, by its path below `root`. */
export const listFiles = (root: string, folder: string): string[] =>
  (readdirSync(path.join(root, folder), { recursive: true }) as string[])
    .map((file) => path.posix.join(folder, file.split(path.sep).join("/")))
    .sort();
