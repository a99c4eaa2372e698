import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";

export interface Report {
  id: string;
  title: string;
  text: string;
  /** Milliseconds; NaN where the date cannot be read. */
  at: number;
}

/** Reports as GitBugs keeps them: Summary, Issue id, Created, Description; each id once. */
export function readReports(file: string): Map<string, Report> {
  const reports = readRows(file).map((row) => ({
    id: plainId(pick(row, ["issue id", "issue_id", "bug id", "id"])),
    title: pick(row, ["summary", "title"]),
    text: pick(row, ["description", "body"]),
    at: readDate(pick(row, ["created", "created_at"])),
  }));
  return new Map(reports.filter(({ id, title }) => id && title).map((report) => [report.id, report]));
}

/** Pairs of ids, both of them in `reports`; a field may name several duplicates. */
export function readPairs(file: string, reports: Map<string, Report>): [Report, Report][] {
  const pairs = readRows(file).flatMap((row) => {
    const first = plainId(pick(row, ["issue id", "issue_id", "bug id", "id"]));
    const others = pick(row, ["duplicate id", "duplicate_id", "duplicates", "duplicate"]).split(/[\s,;|]+/);
    return others.map((other) => [reports.get(first), reports.get(plainId(other))] as const);
  });
  return pairs.flatMap(([one, other]) => (one && other && one !== other ? [[one, other]] : []));
}

function readRows(file: string): Map<string, string>[] {
  const rows: Record<string, string>[] = parse(readFileSync(file), {
    bom: true,
    columns: (names: string[]) => names.map((name) => name.trim().toLowerCase()),
    relax_column_count: true,
    skip_empty_lines: true,
  });
  return rows.map((row) => new Map(Object.entries(row)));
}

const pick = (row: Map<string, string>, names: string[]): string =>
  names.map((name) => row.get(name)).find((value) => value !== undefined) ?? "";

/** A table calculator may have made a number of it. */
const plainId = (id: string): string => id.trim().replace(/\.0$/, "");

/** ISO, or Jira's `30/Sep/21 17:20`. */
function readDate(date: string): number {
  return Date.parse(date.replace(/^(\d+)\/(\w{3})\/(\d\d)\b/, "$1 $2 20$3"));
}
