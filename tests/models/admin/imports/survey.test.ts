import { expect, test } from "vitest";
import type { ImportedPost } from "~/models/admin/imports/imported-post";
import type { Remark, Row } from "~/models/admin/imports/row";
import { type Refusal, surveyRows } from "~/models/admin/imports/survey";

function row(line: number, words: Partial<ImportedPost> = {}, remarks: Remark[] = []): Row {
  const post: ImportedPost = {
    title: `Post ${line}`,
    body: "",
    kind: "idea",
    status: "open",
    board: "App",
    tags: [],
    source: "test",
    sourceId: String(line),
    ...words,
  };
  return { line, post, remarks };
}

async function survey(rows: Row[]) {
  const refusals: Refusal[] = [];
  async function* each() {
    yield* rows;
  }
  return { refusals, ...(await surveyRows(each(), { onRefusal: (refusal) => refusals.push(refusal) })) };
}

test("it counts what there is, and keeps the first few posts and every refusal", async () => {
  const unknown: Remark = { code: "statusUnknown", value: "Triaged" };
  const found = await survey([
    row(2, { kind: "bug", tags: ["ui", "print"] }, [unknown]),
    row(3, { board: "Web", tags: ["ui"] }, [unknown]),
    { line: 4, fault: { code: "noTitle" } },
    row(5, { status: "planned" }),
    row(6),
  ]);
  expect(found).toMatchObject({ good: 4, refused: 1, refusals: [{ line: 4, fault: { code: "noTitle" } }] });
  expect(Object.fromEntries(found.kinds)).toEqual({ bug: 1, idea: 3 });
  expect(Object.fromEntries(found.statuses)).toEqual({ open: 3, planned: 1 });
  expect(Object.fromEntries(found.boards)).toEqual({ App: 3, Web: 1 });
  expect(Object.fromEntries(found.tags)).toEqual({ ui: 2, print: 1 });
  expect(found.samples.map(({ title }) => title)).toEqual(["Post 2", "Post 3", "Post 5"]);
  expect([...found.remarks.values()]).toEqual([{ remark: unknown, count: 2 }]);
});

test("remarks that are all different do not fill the memory", async () => {
  const rows = Array.from({ length: 300 }, (_, i) => row(i, {}, [{ code: "statusUnknown", value: `Status ${i}` }]));
  expect((await survey(rows)).remarks.size).toBe(100);
});

test("a column with another value in every row holds neither boards nor tags", async () => {
  const boards = Array.from({ length: 1001 }, (_, i) => row(i, { board: `Board ${i}` }));
  await expect(survey(boards.slice(1))).resolves.toMatchObject({ good: 1000 });
  await expect(survey(boards)).rejects.toMatchObject({ fault: { code: "tooMany", field: "board" } });
  const tags = Array.from({ length: 5001 }, (_, i) => row(i, { tags: [`Tag ${i}`] }));
  await expect(survey(tags)).rejects.toMatchObject({ fault: { code: "tooMany", field: "tags" } });
});
