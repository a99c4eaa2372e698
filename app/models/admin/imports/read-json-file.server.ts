import type { Duplex } from "node:stream";
import parser from "stream-json/parser.js";
import type { Encoding } from "../../core/text/encodings";
import { findJsonRecords, type Token } from "./find-json-records";
import { type JsonRecord, readJsonLines, readRecords } from "./read-json.server";
import { readText } from "./read-text.server";
import { detectEncoding } from "./text-encoding.server";

/** Characters. A first line that is longer is no record of a file with one in each. */
const longestFirstLine = 1024 * 1024;

/** The objects of a file, in whichever of the shapes that APIs and tools write, in any encoding. */
export async function* readJsonFile(path: string, chosen?: Encoding): AsyncGenerator<JsonRecord> {
  const encoding = chosen ?? (await detectEncoding(path));
  const text = readText(path, encoding);
  // Line by line, what is broken is one line and not all that follows.
  yield* (await beginsWithRecord(readText(path, encoding))) ? readJsonLines(text) : readAnyJson(text);
}

/** Those of one JSON text or several, one after the other, as `gh api --paginate` writes them. */
function readAnyJson(text: AsyncIterable<string>): AsyncGenerator<JsonRecord> {
  const tokens = parser.asStream({ jsonStreaming: true, streamValues: false });
  return readRecords(text, [tokens as unknown as Duplex], (some) => findJsonRecords(some as AsyncIterable<Token>));
}

/** Whether the first line is a whole object that wraps no lists. */
async function beginsWithRecord(text: AsyncIterable<string>): Promise<boolean> {
  let beginning = "";
  for await (const piece of text) {
    beginning = (beginning + piece).trimStart();
    if (beginning.includes("\n") || beginning.length > longestFirstLine) break;
  }
  const [line = ""] = beginning.split("\n", 1);
  if (!line.startsWith("{") || line.length > longestFirstLine) return false;
  const records = [];
  for await (const record of readAnyJson(once(line))) records.push(record);
  const [first] = records;
  return records.length === 1 && first !== undefined && "value" in first && isWhole(line, first.value);
}

/** A wrapping with one record in it is one record, too. */
const isWhole = (line: string, record: unknown): boolean => JSON.stringify(JSON.parse(line)) === JSON.stringify(record);

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}
