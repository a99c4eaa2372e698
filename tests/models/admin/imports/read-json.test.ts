import { expect, test } from "vitest";
import { readJsonFile } from "~/models/admin/imports/read-json-file.server";
import { useTemporaryFolder } from "../../../support/temporary-folder";

const folder = useTemporaryFolder();

const a = { title: "A", number: 1, labels: [{ name: "bug" }] };
/** With lists before what tells that it is an issue, as `gh` sorts its fields. */
const b = { assignees: [{ login: "ada" }], comments: { nodes: [{ body: "c" }] }, number: 2, title: "B" };
const json = JSON.stringify;

async function read(text: string): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const record of readJsonFile(await folder.write(text))) {
    found.push("fault" in record ? record.fault.code : record.value);
  }
  return found;
}

test.for([
  ["an array", json([a, b])],
  ["arrays one after the other, as gh api --paginate writes", json([a]) + json([b])],
  ["the same with line ends", `${json([a])}\n${json([b])}\n`],
  ["lists of lists, as --slurp makes", json([[a], [b]])],
  ["one in each line", `${json(a)}\n${json(b)}\n`],
  ["objects over many lines", `${json(a, null, 2)}\n${json(b, null, 2)}`],
  ["what a search gives", json({ total_count: 2, incomplete_results: false, items: [a, b] })],
  ["pages of a search", json({ total_count: 2, items: [a] }) + json({ total_count: 2, items: [b] })],
  ["the same in lines", `${json({ items: [a] })}\n${json({ items: [b] })}\n`],
  ["GraphQL", json({ data: { repository: { name: "x", issues: { pageInfo: {}, nodes: [a, null, b] } } } })],
  ["a list under another name", json({ issues: [a, b] }, null, 2)],
  ["with a mark and much space", `\uFEFF\n\n [ ${json(a)} ,\n${json(b)}]  `],
] as const)("%s", async ([, text]) => {
  expect(await read(text)).toEqual([a, b]);
});

test("one object alone is one record, with all that is in it", async () => {
  expect(await read(json(b))).toEqual([b]);
  expect(await read(json(b, null, 2))).toEqual([b]);
});

test("a broken line is left out where each line is a record, and elsewhere ends what can be read", async () => {
  expect(await read(`${json(a)}\n{oops\n${json(b)}`)).toEqual([a, "jsonBroken", b]);
  expect((await read(`[${json(a)},{oops`)).at(-1)).toBe("jsonBroken");
});
