import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { importsOf } from "./imports";

export interface TestFiles {
  /** What they find depends on the database, so they are run on each kind. */
  withDatabase: string[];
  /** Run once. */
  withoutDatabase: string[];
}

/**
 * The test files that a run on this kind of database leaves to the other one. What needs a server that can fail stands
 * apart, so that nothing is ever skipped in silence.
 */
export function leftOut(kind: "embedded" | "server"): string[] {
  const { withDatabase, withoutDatabase } = sortTestFiles();
  return kind === "server" ? withoutDatabase : withDatabase.filter((file) => file.startsWith("tests/postgres/"));
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
