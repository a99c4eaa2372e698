import { pipeline } from "node:stream";
import { CsvError, type Info, parse } from "csv-parse";
import type { CsvFormat } from "./csv-format.server";
import { readText } from "./read-text.server";
import type { RowFault } from "./row-fault";

/** Bytes. A row that goes on for longer lost a quotation mark on the way. */
const longestRow = 32 * 1024 * 1024;

export interface CsvRecord {
  /** Where it begins and ends, counted from 1. */
  line: number;
  lastLine: number;
  cells: string[];
}

/**
 * The rows of a CSV file, the header first, without those that are empty. At most one row is in memory at a
 * time. A quotation mark that is never closed ends it with a fault: everything after it would be a guess.
 */
export function readCsvRecords(path: string, format: CsvFormat): ReturnType<typeof parseCsv> {
  return parseCsv(readText(path, format.encoding), format);
}

/** Reads records from a text whose lines end with a line feed alone. */
export async function* parseCsv(
  text: AsyncIterable<string>,
  { separator, quote }: Pick<CsvFormat, "separator" | "quote">,
): AsyncGenerator<CsvRecord | { line: number; fault: RowFault }> {
  const options = {
    delimiter: separator,
    quote,
    escape: quote,
    record_delimiter: "\n",
    info: true,
    ltrim: true,
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: longestRow,
  };
  const records = pipeline(text, parse(options), () => {
    // Whatever went wrong comes out of the loop below.
  });
  let lastLine = 0;
  try {
    for await (const { record, info } of records as AsyncIterable<{ record: string[]; info: Info }>) {
      const line = lastLine + 1;
      lastLine = info.lines;
      if (!saysNothing(record)) yield { line, lastLine, cells: record };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    yield { line: lastLine + 1, fault: faultOf(error) };
  }
}

/** An empty row, or the line that names the separator. */
function saysNothing(cells: string[]): boolean {
  return cells.every((cell) => cell.trim() === "") || /^sep=.?$/i.test(cells[0] ?? "");
}

function faultOf(error: CsvError): RowFault {
  if (error.code === "CSV_MAX_RECORD_SIZE") return { code: "rowTooLarge", bytes: longestRow };
  return { code: "openQuote", lastLine: Number(error.lines) };
}
