import { cleanLine } from "../text/clean";
import type { Field, Wanted } from "./columns";
import { detectFormat } from "./csv-format.server";
import type { HistoryRow } from "./history";
import type { ImportFile } from "./import-file";
import { NotUnderstood } from "./not-understood";
import { type CsvFile, openCsv, readHeader } from "./open-csv.server";
import { plainName } from "./plain-name";
import { readAuthor } from "./read-author";
import { readDate } from "./read-date";
import type { Row } from "./row";
import type { StatusMap } from "./status-map";

interface OpenUserVoice {
  path: string;
  wanted: Wanted;
  source: string;
  statuses: StatusMap;
}

/** What the columns are called: in the export of ideas, and in the one with a row for each voter. */
const columns: Partial<Record<Field, string[]>> = {
  title: ["suggestion.title", "idea title"],
  body: ["suggestion.body", "idea description"],
  status: ["status.name", "public status name"],
  board: ["forum.name", "forum name"],
  tags: ["labels.name", "labels"],
  author: ["idea creator name"],
  email: ["idea creator email address"],
  created: ["suggestion.created timestamp", "created timestamp"],
  id: ["suggestion.id", "idea id"],
};

/** Whether a header is UserVoice's. */
export function isUserVoice(header: string[]): boolean {
  const names = new Set(header.map(plainName));
  return (columns.id ?? []).some((id) => names.has(plainName(id)));
}

/** The header of a CSV file, or none where it has none that can be read. */
export async function readCsvHeader(path: string): Promise<string[]> {
  const format = await detectFormat(path, new Map());
  return readHeader(path, format);
}

/**
 * Ideas of UserVoice; the export with a row for each voter brings the votes, and every idea once. Throws
 * {@link NotUnderstood} when it has no ideas.
 */
export async function openUserVoice({ path, wanted, source, statuses }: OpenUserVoice): Promise<ImportFile> {
  const header = await readCsvHeader(path);
  if (!isUserVoice(header)) throw new NotUnderstood({ code: "notThisFormat", format: "uservoice" });
  const names = new Set(header.map(plainName));
  const own: Wanted = new Map();
  for (const [field, aliases] of Object.entries(columns) as [Field, string[]][]) {
    const column = aliases.find((alias) => names.has(plainName(alias)));
    if (column) own.set(field, column);
  }
  const csv = await openCsv({ path, wanted: new Map([...own, ...wanted]), source, statuses });
  return {
    format: "uservoice",
    source,
    csv,
    rows: () => once(csv.rows()),
    history: () => readVotes(csv.records()),
  };
}

/** The first row of each idea: the others differ only in who voted. */
async function* once(rows: AsyncGenerator<Row>): AsyncGenerator<Row> {
  const seen = new Set<string>();
  for await (const row of rows) {
    if ("post" in row && seen.has(row.post.sourceId)) continue;
    if ("post" in row) seen.add(row.post.sourceId);
    yield row;
  }
}

async function* readVotes(records: ReturnType<CsvFile["records"]>): AsyncGenerator<HistoryRow> {
  for await (const record of records) {
    if ("fault" in record) continue;
    const { line, cell } = record;
    const person = readAuthor(cell("user name"), cell("user email address"));
    const post = cleanLine(cell("idea id"));
    if (!post || (!person.name && !person.email)) continue;
    yield { line, deed: { kind: "vote", post, person, at: readDate(cell("linked idea creation date").trim()) } };
  }
}
