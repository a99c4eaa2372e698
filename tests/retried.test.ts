import path from "node:path";
import { expect, test } from "vitest";
import { rememberRetried } from "./support/retried";
import { useTemporaryFolder } from "./support/temporary-folder";

const folder = useTemporaryFolder();

test("what is repeated in two of ten runs is named, and what was so longer ago is forgotten", () => {
  const file = path.join(folder.path, "kept", "retried.json");
  expect(rememberRetried(file, ["a"])).toEqual([]);
  for (let i = 0; i < 8; i++) expect(rememberRetried(file, i === 3 ? ["b"] : [])).toEqual([]);
  expect(rememberRetried(file, ["a"])).toEqual(["a"]);
  for (let i = 0; i < 4; i++) rememberRetried(file, []);
  expect(rememberRetried(file, ["b"])).toEqual([]);
});

test("what is repeated on both databases of one run is named at once", async () => {
  const file = await folder.write("no history", "broken.json");
  expect(rememberRetried(file, ["a", "b", "a"])).toEqual(["a"]);
});
