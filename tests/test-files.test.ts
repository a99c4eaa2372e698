import path from "node:path";
import { expect, test } from "vitest";
import { leftOut, sortTestFiles } from "./support/test-files";

const others = Object.keys(import.meta.glob(["./**/*.test.{ts,tsx}", "!./{e2e,bench}/**"]));
const all = [...others, "test-files.test.ts"].map((file) => path.posix.join("tests", file));
const { withDatabase, withoutDatabase } = sortTestFiles();

test("every test file is run on the embedded database, on a server, or on both", () => {
  expect([...withDatabase, ...withoutDatabase].sort()).toEqual(all.sort());
  expect(leftOut("embedded").filter((file) => leftOut("server").includes(file))).toEqual([]);
});

test("only what asks for no database is run once, and only tests of a server that fails are for one alone", () => {
  expect(leftOut("server")).toEqual(withoutDatabase);
  expect(leftOut("embedded").filter((file) => !file.startsWith("tests/postgres/"))).toEqual([]);
});

test("whoever asks for a database is found, however many files stand between", () => {
  expect(withDatabase).toContain("tests/models/feedback/posts/submit-post.test.ts");
  expect(withDatabase).toContain("tests/http/rate-limits.test.ts");
  expect(withDatabase).toContain("tests/postgres/prepared.test.ts");
  expect(withoutDatabase).toContain("tests/i18n/catalogues.test.ts");
});
