import type { HistoryRow } from "./history";
import type { CsvFile } from "./open-csv.server";
import { plainName } from "./plain-name";
import { readAuthor } from "./read-author";
import { readDate } from "./read-date";
import type { Row } from "./row";

/** What the columns of a voter are called in tables that have a row for each. */
export const voterColumns = {
  name: ["voter name", "voter"],
  email: ["voter email", "voter email address"],
  at: ["voted at", "vote created", "vote date", "voted on"],
} as const;

export type VoterColumns = Record<keyof typeof voterColumns, readonly string[]>;

/** Whether a header is that of a table of posts with a row for each who voted. */
export function isVoterList(header: string[], voter: VoterColumns = voterColumns): boolean {
  const names = new Set(header.map(plainName));
  return [...voter.name, ...voter.email].some((column) => names.has(plainName(column)));
}

/** Each post of such a table once, and everybody who voted. */
export function readVoterList(csv: CsvFile, voter: VoterColumns = voterColumns) {
  // Without anybody who voted it is a table of posts, whose number of votes counts.
  if (!isVoterList(csv.understanding.header, voter)) return { rows: csv.rows, async *history() {} };
  return { rows: () => once(csv.rows()), history: () => readVotes(csv, voter) };
}

/** The first row of each post: the others differ only in who voted. Everybody is listed, the author as well. */
async function* once(rows: AsyncGenerator<Row>): AsyncGenerator<Row> {
  const seen = new Set<string>();
  for await (const row of rows) {
    if ("post" in row && seen.has(row.post.sourceId)) continue;
    if ("post" in row) seen.add(row.post.sourceId);
    yield "post" in row ? { ...row, post: { ...row.post, importedVotes: 0, authorVotes: false } } : row;
  }
}

async function* readVotes(csv: CsvFile, voter: VoterColumns): AsyncGenerator<HistoryRow> {
  for await (const record of csv.records()) {
    if ("fault" in record || "fault" in record.reading) continue;
    const { line, cell, reading } = record;
    const first = (some: readonly string[]) => some.map((column) => cell(column).trim()).find(Boolean) ?? "";
    const person = readAuthor(first(voter.name), first(voter.email));
    if (!person.name && !person.email) continue;
    const at = readDate(first(voter.at), csv.dates.order);
    yield { line, activity: { kind: "vote", post: reading.post.sourceId, person, at } };
  }
}
