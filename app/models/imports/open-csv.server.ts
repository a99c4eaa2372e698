import { cleanLine } from "../text/clean";
import { type Understanding, understandColumns, type Wanted } from "./columns";
import { type CsvFormat, detectFormat } from "./csv-format.server";
import { readCsvRecords } from "./csv-records.server";
import { type NamedRecord, readNamedRecords } from "./named-records.server";
import { NotUnderstood } from "./not-understood";
import { readRow } from "./read-row.server";
import type { Reading, Row } from "./row";
import type { RowFault } from "./row-fault";
import type { StatusMap } from "./status-map";

export interface CsvFile {
  format: CsvFormat;
  understanding: Understanding;
  /** Reads the file from its beginning, as often as it is called. */
  rows(): AsyncGenerator<Row>;
  /** The same rows, with what stands in their other columns. */
  records(): AsyncGenerator<(NamedRecord & { reading: Reading }) | { line: number; fault: RowFault }>;
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
  const records = () => readRecords(path, format, understanding, { source, statuses });
  return { format, understanding, rows: () => readRows(records()), records };
}

export async function readHeader(path: string, format: CsvFormat): Promise<string[]> {
  for await (const record of readCsvRecords(path, format)) {
    if ("fault" in record) throw new NotUnderstood({ code: "brokenHeader" });
    return record.cells.map((cell) => cleanLine(cell));
  }
  throw new NotUnderstood({ code: "empty" });
}

async function* readRecords(
  path: string,
  format: CsvFormat,
  { places }: Understanding,
  { source, statuses }: { source: string; statuses?: StatusMap },
): ReturnType<CsvFile["records"]> {
  for await (const record of readNamedRecords(readCsvRecords(path, format))) {
    if ("fault" in record) yield record;
    else
      yield { ...record, reading: readRow((field) => record.cells[places[field] ?? -1] ?? "", source, { statuses }) };
  }
}

async function* readRows(records: ReturnType<CsvFile["records"]>): AsyncGenerator<Row> {
  for await (const record of records) {
    if ("fault" in record) yield record;
    else yield { line: record.line, ...record.reading };
  }
}
