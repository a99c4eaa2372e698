import { expect, test } from "vitest";
import { boardNames } from "~/models/admin/imports/board-names";

const names = (...originals: string[]) => [...boardNames(originals).values()];

test("a repository's board has its short name", () => {
  expect(names("facebook/react", "group/sub/tool")).toEqual(["react", "tool"]);
});

test("repositories that share a short name keep their long ones", () => {
  expect(names("facebook/react", "Someone/React", "a/vue")).toEqual(["facebook/react", "Someone/React", "vue"]);
  expect(names("react", "facebook/react")).toEqual(["react", "facebook/react"]);
});

test("a slash between words is only a slash", () => {
  expect(names("Import / Export", "Mac OS/Windows", "ends/")).toEqual(["Import / Export", "Mac OS/Windows", "ends/"]);
});
