import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { csvHeader, csvLines } from "~/models/admin/exports/csv.server";
import { openCsv } from "~/models/admin/imports/open-csv.server";
import { cleanLine, cleanText } from "~/models/core/text/clean";
import { strictCsv } from "../../../support/strict-csv";
import { useTemporaryFolder } from "../../../support/temporary-folder";

const folder = useTemporaryFolder();

/** What tears rows apart, in every order. */
const nasty = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "\n",
        "\r",
        "\r\n",
        '"',
        '""',
        "'",
        ",",
        ";",
        "|",
        "\t",
        " ",
        "=",
        "+1",
        "-",
        "@",
        "\u2028",
        "ä",
        "😀",
        "x",
      ),
      fc.string({ unit: "grapheme", maxLength: 3 }),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join("").replaceAll("\0", ""));

/** An apostrophe before what a spreadsheet would take for a formula is no part of the text. */
const plain = (cell: string) => cell.replace(/^'(?='*[=+\-@\t\r\n＝＋－＠])/, "");

test("a strict reader gets the rows that were written, whatever is in them", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(nasty, nasty, nasty), { minLength: 1, maxLength: 5 }), (rows) => {
      const file = csvHeader(["a", "b", "c"]) + csvLines(rows);
      const strict = strictCsv(file.slice(1));
      expect(strict.slice(1).map((row) => row.map(plain))).toEqual(rows);
      expect(parse(file, { bom: true })).toEqual(strict);
    }),
  );
});

test.for([
  "first\nsecond",
  "first\rsecond",
  "first\r\nsecond",
  'a "quoted" word',
  " spaces ",
  "a, b; c",
  "=1+1\n=2",
  "'=x",
])("%j is one cell", (text) => {
  const [row] = strictCsv(csvLines([["before", text, "after"]]));
  expect(row?.map(plain)).toEqual(["before", text, "after"]);
});

test("our own import takes its posts back, text for text", async () => {
  const header = ["id", "number", "board_id", "title", "body_markdown", "html_version"];
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(nasty, nasty), { minLength: 1, maxLength: 5 }), async (texts) => {
      const rows = texts.map(([title, body], i) => [`id ${i}`, i + 1, 1, `${title} t`, body, 3]);
      const path = await folder.write(csvHeader(header) + csvLines(rows));
      const { rows: read } = await openCsv({ path, wanted: new Map(), source: "test" });
      const found = [];
      for await (const row of read()) found.push("post" in row ? [row.post.title, row.post.body] : row.fault);
      expect(found).toEqual(rows.map(([, , , title, body]) => [cleanLine(`${title}`), cleanText(`${body}`)]));
    }),
    { numRuns: 60 },
  );
});
