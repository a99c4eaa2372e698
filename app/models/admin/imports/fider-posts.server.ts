import type { Encoding } from "../../core/text/encodings";
import { postPath } from "../../feedback/posts/post-path";
import { bodyFault } from "./body-fault";
import type { Field } from "./columns";
import { type CsvFormat, detectFormat } from "./csv-format.server";
import { readCsvRecords } from "./csv-records.server";
import { fiderText } from "./fider-text";
import type { HistoryRow } from "./history";
import type { ImportFile } from "./import-file";
import { type NamedRecord, readNamedRecords } from "./named-records.server";
import { NotUnderstood } from "./not-understood";
import { readHeader } from "./open-csv.server";
import { plainName } from "./plain-name";
import { readAuthor } from "./read-author";
import { readDate } from "./read-date";
import { readRow } from "./read-row.server";
import type { Row } from "./row";
import { noVotes } from "./split-votes";
import type { StatusMap } from "./status-map";

interface OpenFiderPosts {
  path: string;
  source: string;
  statuses: StatusMap;
  encoding?: Encoding;
}

/** Columns by which a table is recognised as Fider's. */
const columns = ["number", "title", "votes_count", "responded_by", "response", "original_number"];

/** Whether a header is that of Fider's `posts.csv`. */
export function isFiderPosts(header: string[]): boolean {
  const names = new Set(header.map(plainName));
  return columns.every((column) => names.has(plainName(column)));
}

/** Fider's `posts.csv`: people by name alone, votes as a number. Posts are known by the numbers they have in a backup. */
export async function openFiderPosts({ path, source, statuses, encoding }: OpenFiderPosts): Promise<ImportFile> {
  const format = await detectFormat(path, new Map(), encoding);
  if (!isFiderPosts(await readHeader(path, format)))
    throw new NotUnderstood({ code: "notThisFormat", format: "fider" });
  return {
    format: "fider",
    source,
    rows: () => readPosts(path, format, { source, statuses }),
    history: () => readActivities(path, format),
  };
}

async function* readPosts(
  path: string,
  format: CsvFormat,
  { source, statuses }: { source: string; statuses: StatusMap },
): AsyncGenerator<Row> {
  for await (const record of readNamedRecords(readCsvRecords(path, format))) {
    if ("fault" in record) {
      yield record;
      continue;
    }
    const { line, cell } = record;
    const number = Number(cell("number"));
    if (!Number.isSafeInteger(number) || number < 1) {
      yield { line, fault: { code: "noId" } };
      continue;
    }
    const there = { number, path: postPath({ number, title: cell("title") }) };
    // A tag may have a comma in it, and no space after that.
    const tags = cell("tags").split(", ");
    const reading = readRow(cellsOf(record), source, {
      statuses,
      tags,
      there,
      votes: isDuplicate(record) ? noVotes : undefined,
    });
    yield { line, ...reading };
  }
}

const isDuplicate = ({ cell }: Pick<NamedRecord, "cell">): boolean => plainName(cell("status")) === "duplicate";

function cellsOf({ cell }: NamedRecord): (field: Field) => string {
  const status = cell("status");
  const cells: Partial<Record<Field, string>> = {
    title: cell("title"),
    body: fiderText(cell("description")),
    // Duplicates are open until they are merged.
    status: isDuplicate({ cell }) ? "open" : status,
    author: cell("created_by"),
    created: cell("created_at"),
    id: cell("number"),
    votes: cell("votes_count"),
  };
  return (field) => cells[field] ?? "";
}

async function* readActivities(path: string, format: CsvFormat): AsyncGenerator<HistoryRow> {
  for await (const record of readNamedRecords(readCsvRecords(path, format))) {
    // It was refused when its post was read.
    if ("fault" in record) continue;
    const { line, cell } = record;
    const did = {
      post: cell("number"),
      person: readAuthor(cell("responded_by"), ""),
      at: readDate(cell("responded_at")),
    };
    const into = cell("original_number").trim();
    const body = fiderText(cell("response"));
    const fault = bodyFault(body);
    if (fault) yield { line, fault };
    else if (Number(into) > 0) yield { line, activity: { kind: "merge", ...did, into } };
    else if (body.trim()) yield { line, activity: { kind: "answer", ...did, body } };
  }
}
