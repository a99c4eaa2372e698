import { parse } from "csv-parse/sync";
import type { Encoding } from "../../core/text/encodings";
import { understandColumns, type Wanted } from "./columns";
import { plainName } from "./plain-name";
import { readText } from "./read-text.server";
import { detectEncoding, sampleLine } from "./text-encoding.server";

const separators = [",", ";", "\t", "|"] as const;

type Separator = (typeof separators)[number];

export interface CsvFormat {
  encoding: Encoding;
  separator: Separator;
  quote: '"' | "'";
  /** A line that shows whether the encoding is right, where it is none that a file says itself. */
  sample?: string;
}

/** Characters; a header is nowhere near as long. */
const beginningLength = 64 * 1024;

/** How a CSV file is written; in which encoding, unless somebody has said that. */
export async function detectFormat(path: string, wanted: Wanted, chosen?: Encoding): Promise<CsvFormat> {
  const encoding = chosen ?? (await detectEncoding(path));
  const beginning = (await readBeginning(path, encoding)).replace(/^\n+/, "");
  const quote = beginning.startsWith("'") ? "'" : '"';
  const sample = encoding === "utf-8" && !chosen ? undefined : await sampleLine(path, encoding);
  return { encoding, separator: detectSeparator(beginning, quote, wanted), quote, sample };
}

async function readBeginning(path: string, encoding: Encoding): Promise<string> {
  let beginning = "";
  for await (const piece of readText(path, encoding)) {
    beginning += piece;
    if (beginning.length >= beginningLength) break;
  }
  return beginning;
}

/**
 * The one that makes most columns we know of the header, or else most columns. The rows have no say: their
 * texts are full of commas.
 */
function detectSeparator(beginning: string, quote: string, wanted: Wanted): Separator {
  const worth = (separator: Separator) => {
    const header = readFirstRow(beginning, separator, quote);
    const names = new Set(header.map(plainName));
    const asked = [...wanted.values()].filter((column) => names.has(plainName(column)));
    const known = Object.keys(understandColumns(header).places);
    return (known.length + asked.length) * 1000 + header.length;
  };
  const worths = new Map(separators.map((separator) => [separator, worth(separator)]));
  return [...separators].sort((a, b) => (worths.get(b) ?? 0) - (worths.get(a) ?? 0))[0] ?? ",";
}

function readFirstRow(beginning: string, separator: Separator, quote: string): string[] {
  const [row] = parse(beginning, {
    delimiter: separator,
    quote,
    escape: quote,
    record_delimiter: "\n",
    to: 1,
    relax_quotes: true,
    skip_records_with_error: true,
  });
  return row ?? [];
}
