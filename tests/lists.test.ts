import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { lists, writeList } from "~/cli/lists/lists";

test.each(lists)("$file lists what there is: if not, npm run lists writes it anew", async (list) => {
  const text = await writeList(list);
  expect(text.split("\n").length).toBeGreaterThan(2);
  expect(await readFile(list.file, "utf8")).toBe(text);
});
