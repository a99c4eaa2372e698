import type { CsvRecord } from "./csv-records.server";
import { plainName } from "./plain-name";
import type { RowFault } from "./row-fault";

export interface NamedRecord {
  line: number;
  cells: string[];
  /** Empty where there is no such column. */
  cell: (column: string) => string;
}

/** The rows below the header by the names of their columns; one that has more or fewer than the header is a fault. */
export async function* readNamedRecords(
  records: AsyncIterable<CsvRecord | { line: number; fault: RowFault }>,
): AsyncGenerator<NamedRecord | { line: number; fault: RowFault }> {
  let places: Map<string, number> | undefined;
  let expected = 0;
  for await (const record of records) {
    if ("fault" in record) {
      yield record;
      continue;
    }
    const { line, lastLine, cells } = record;
    if (!places) {
      places = new Map(cells.map((name, place) => [plainName(name), place]));
      expected = cells.length;
    } else if (cells.length !== expected) {
      yield { line, fault: { code: "columnCount", expected, found: cells.length, lastLine } };
    } else {
      const known = places;
      yield { line, cells, cell: (column) => cells[known.get(plainName(column)) ?? -1] ?? "" };
    }
  }
}
