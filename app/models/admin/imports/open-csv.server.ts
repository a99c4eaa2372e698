import { cleanLine } from "../../core/text/clean";
import type { Encoding } from "../../core/text/encodings";
import { type Field, type Understanding, understandColumns, type Wanted } from "./columns";
import { type CsvFormat, detectFormat } from "./csv-format.server";
import { readCsvRecords } from "./csv-records.server";
import { type DateChoice, type DateColumn, readDateColumn } from "./date-column";
import { type NamedRecord, readNamedRecords } from "./named-records.server";
import { NotUnderstood } from "./not-understood";
import { ownExport } from "./own-export";
import { plainName } from "./plain-name";
import type { DateOrder } from "./read-date";
import { readRow } from "./read-row.server";
import type { Reading, Row } from "./row";
import type { RowFault } from "./row-fault";
import type { StatusMap } from "./status-map";

export interface CsvFile {
  format: CsvFormat;
  understanding: Understanding;
  dates: DateColumn;
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
  encoding?: Encoding;
  dates?: DateChoice;
  /** Columns that hold dates beside that of the post. */
  dateColumns?: readonly string[];
}

/** Finds out what a CSV file holds. Throws {@link NotUnderstood} when no posts can be made of it. */
export async function openCsv(options: OpenCsv): Promise<CsvFile> {
  const { path, wanted, source, statuses, encoding } = options;
  const format = await detectFormat(path, wanted, encoding);
  const understanding = understandColumns(await readHeader(path, format), wanted);
  if (understanding.places.title === undefined) {
    throw new NotUnderstood({ code: "noTitle", header: understanding.header });
  }
  const dates = await readDateColumn(dateCells(path, format, understanding, options.dateColumns), options.dates);
  const records = () => readRecords(path, format, understanding, { source, statuses, dateOrder: dates.order });
  return { format, understanding, dates, rows: () => readRows(records()), records };
}

async function* dateCells(
  path: string,
  format: CsvFormat,
  { header, places }: Understanding,
  others: readonly string[] = [],
): AsyncGenerator<string> {
  const names = new Set(others.map(plainName));
  const columns = header.flatMap((name, place) =>
    place === places.created || names.has(plainName(name)) ? place : [],
  );
  if (columns.length === 0) return;
  for await (const record of readNamedRecords(readCsvRecords(path, format))) {
    if ("cells" in record) for (const place of columns) yield record.cells[place] ?? "";
  }
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
  { header, places }: Understanding,
  { source, ...beyond }: { source: string; statuses?: StatusMap; dateOrder?: DateOrder },
): ReturnType<CsvFile["records"]> {
  const own = ownExport(header);
  const cellsOf = (cells: string[]) => (field: Field) => {
    const cell = cells[places[field] ?? -1] ?? "";
    return field === "kind" && places.kind === undefined ? (own?.kind ?? "") : (own?.plain(cell) ?? cell);
  };
  for await (const record of readNamedRecords(readCsvRecords(path, format))) {
    if ("fault" in record) yield record;
    else yield { ...record, reading: readRow(cellsOf(record.cells), source, beyond) };
  }
}

async function* readRows(records: ReturnType<CsvFile["records"]>): AsyncGenerator<Row> {
  for await (const record of records) {
    if ("fault" in record) yield record;
    else yield { line: record.line, ...record.reading };
  }
}
