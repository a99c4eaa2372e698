import { cleanLine } from "../text/clean";
import { type Understanding, understandColumns, type Wanted } from "./columns";
import { type CsvFormat, detectFormat } from "./csv-format.server";
import { readCsvRecords } from "./csv-records.server";
import { NotUnderstood } from "./not-understood";
import { plainName } from "./plain-name";
import { readRow } from "./read-row.server";
import type { Row } from "./row";
import type { RowFault } from "./row-fault";
import type { StatusMap } from "./status-map";

export interface CsvFile {
  format: CsvFormat;
  understanding: Understanding;
  /** Reads the file from its beginning, as often as it is called. */
  rows(): AsyncGenerator<Row>;
  /** The same rows, by the names of their columns. */
  records(): AsyncGenerator<NamedRecord | { line: number; fault: RowFault }>;
}

export interface NamedRecord {
  line: number;
  /** Empty where there is no such column. */
  cell: (column: string) => string;
}

interface OpenCsv {
  path: string;
  wanted: Wanted;
  /** What the posts' ids belong to: the same name for the same posts, whatever the file is called. */
  source: string;
  statuses?: StatusMap;
}

/** Finds out what a CSV file holds. Throws {@link NotUnderstood} when no posts can be made of it. */
export async function openCsv({ path, wanted, source, statuses }: OpenCsv): Promise<CsvFile> {
  const format = await detectFormat(path, wanted);
  const understanding = understandColumns(await readHeader(path, format), wanted);
  if (understanding.places.title === undefined) {
    throw new NotUnderstood({ code: "noTitle", header: understanding.header });
  }
  return {
    format,
    understanding,
    rows: () => readRows(path, format, understanding, { source, statuses }),
    records: () => readNamed(path, format, understanding.header),
  };
}

export async function readHeader(path: string, format: CsvFormat): Promise<string[]> {
  for await (const record of readCsvRecords(path, format)) {
    if ("fault" in record) throw new NotUnderstood({ code: "brokenHeader" });
    return record.cells.map((cell) => cleanLine(cell));
  }
  throw new NotUnderstood({ code: "empty" });
}

async function* readNamed(path: string, format: CsvFormat, header: string[]): ReturnType<CsvFile["records"]> {
  const places = new Map(header.map((name, place) => [plainName(name), place]));
  let isHeader = true;
  for await (const record of readCsvRecords(path, format)) {
    if (isHeader) isHeader = false;
    else if ("fault" in record) yield record;
    else yield { line: record.line, cell: (column) => record.cells[places.get(plainName(column)) ?? -1] ?? "" };
  }
}

async function* readRows(
  path: string,
  format: CsvFormat,
  { header, places }: Understanding,
  { source, statuses }: { source: string; statuses?: StatusMap },
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
    return readRow((field) => cells[places[field] ?? -1] ?? "", source, { statuses });
  }
}
