import { cleanLine } from "../text/clean";
import { type Understanding, understandColumns, type Wanted } from "./columns";
import { type CsvFormat, detectFormat } from "./csv-format.server";
import { readCsvRecords } from "./csv-records.server";
import { NotUnderstood } from "./not-understood";
import { readRow } from "./read-row.server";
import type { Row } from "./row";

export interface CsvFile {
  format: CsvFormat;
  understanding: Understanding;
  /** Reads the file from its beginning, as often as it is called. */
  rows(): AsyncGenerator<Row>;
}

interface OpenCsv {
  path: string;
  wanted: Wanted;
  /** What the posts' ids belong to: the same name for the same posts, whatever the file is called. */
  source: string;
}

/** Finds out what a CSV file holds. Throws {@link NotUnderstood} when no posts can be made of it. */
export async function openCsv({ path, wanted, source }: OpenCsv): Promise<CsvFile> {
  const format = await detectFormat(path, wanted);
  const understanding = understandColumns(await readHeader(path, format), wanted);
  if (understanding.places.title === undefined) {
    throw new NotUnderstood({ code: "noTitle", header: understanding.header });
  }
  return { format, understanding, rows: () => readRows(path, format, understanding, source) };
}

async function readHeader(path: string, format: CsvFormat): Promise<string[]> {
  for await (const record of readCsvRecords(path, format)) {
    if ("fault" in record) throw new NotUnderstood({ code: "brokenHeader" });
    return record.cells.map((cell) => cleanLine(cell));
  }
  throw new NotUnderstood({ code: "empty" });
}

async function* readRows(
  path: string,
  format: CsvFormat,
  { header, places }: Understanding,
  source: string,
): AsyncGenerator<Row> {
  let isHeader = true;
  for await (const record of readCsvRecords(path, format)) {
    if (isHeader) {
      isHeader = false;
      continue;
    }
    if ("fault" in record) yield record;
    else yield { line: record.line, ...readCells(record) };
  }

  function readCells({ cells, lastLine }: { cells: string[]; lastLine: number }) {
    if (cells.length !== header.length) {
      const fault = { code: "columnCount", expected: header.length, found: cells.length, lastLine } as const;
      return { fault };
    }
    return readRow((field) => cells[places[field] ?? -1] ?? "", source);
  }
}
