import path from "node:path";
import { expect, test } from "vitest";
import { leftOut, sortTestFiles, walks } from "./support/test-files";

const others = Object.keys(import.meta.glob(["./**/*.test.{ts,tsx}", "!./{e2e,bench}/**"]));
const all = [...others, "test-files.test.ts"].map((file) => path.posix.join("tests", file));
const files = sortTestFiles();
const { withDatabase, withoutDatabase } = files;

test("every test file is run on the embedded database, on a server, or on both", () => {
  expect([...withDatabase, ...withoutDatabase].sort()).toEqual(all.sort());
  for (const run of ["embedded", "embedded beside a server"] as const) {
    expect(leftOut(run, files).filter((file) => leftOut("server", files).includes(file))).toEqual([]);
  }
});

test("on a server runs what asks for a database; what needs no server that fails runs where there is none", () => {
  expect(leftOut("server", files)).toEqual(withoutDatabase);
  expect(leftOut("embedded", files).filter((file) => !file.startsWith("tests/postgres/"))).toEqual([]);
});

test("beside a server, all but pages and endpoints is run on the embedded database as well, and what asks for each of them", () => {
  const left = leftOut("embedded beside a server", files);
  expect(left.filter((file) => !/^tests\/(postgres|routes|http)\//.test(file))).toEqual([]);
  expect(left).toContain("tests/routes/posts.test.ts");
  expect(left).not.toContain("tests/models/feedback/posts/submit-post.test.ts");
  expect(withDatabase).toEqual(expect.arrayContaining(walks));
  expect(left.filter((file) => walks.includes(file))).toEqual([]);
});

test("whoever asks for a database is found, however many files stand between", () => {
  expect(withDatabase).toContain("tests/models/feedback/posts/submit-post.test.ts");
  expect(withDatabase).toContain("tests/http/rate-limits.test.ts");
  expect(withDatabase).toContain("tests/postgres/prepared.test.ts");
  expect(withoutDatabase).toContain("tests/i18n/catalogues.test.ts");
});
