import type { CsvRecord } from "./csv-records.server";
import { plainName } from "./plain-name";
import type { RowFault } from "./row-fault";

export interface NamedRecord {
  line: number;
  cells: string[];
  /** Empty where there is no such column. */
  cell: (column: string) => string;
}

/**
 * The rows below the header by the names of their columns. Spreadsheets leave out empty cells at the end of a row, or
 * add some: those say nothing. A cell beyond the header that says something is a fault: a separator in a text has moved
 * all that comes after it.
 */
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
      places = placesOf(cells);
      expected = cells.length;
    } else if (cells.slice(expected).some((cell) => cell.trim() !== "")) {
      yield { line, fault: { code: "columnCount", expected, found: cells.length, lastLine } };
    } else {
      const known = places;
      yield { line, cells, cell: (column) => cells[known.get(plainName(column)) ?? -1] ?? "" };
    }
  }
}

/** Of two columns with one name, the first. */
function placesOf(header: string[]): Map<string, number> {
  return new Map(header.map((name, place) => [plainName(name), place] as const).reverse());
}
